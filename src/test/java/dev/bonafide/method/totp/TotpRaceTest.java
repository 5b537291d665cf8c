package dev.bonafide.method.totp;

import static dev.bonafide.method.totp.Fixtures.ADA;
import static dev.bonafide.method.totp.Fixtures.APP;
import static dev.bonafide.method.totp.Fixtures.NOON;
import static dev.bonafide.method.totp.Fixtures.URL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.MethodCommand.Completion;
import dev.bonafide.method.OneNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Goal TO-03: what two requests decide at once, one of them commits. */
class TotpRaceTest {
    private final OneNode node =
            new OneNode(
                    new TotpEvents(),
                    new TotpEvent.Enrolled(ADA, APP, new Sealed.Fresh(ADA, URL.text()), 100, NOON),
                    APP);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aStepIsAcceptedOnceHoweverManySendItAtOnce() throws Exception {
        List<Callable<Completion>> guesses = Collections.nCopies(64, () -> guess(101));
        List<Completion> answers = OneNode.together(guesses);
        assertThat(answers).filteredOn(Completion.Completed.class::isInstance).hasSize(1);
        assertThat(steps()).containsExactly(101L);
    }

    @Test
    void acceptedStepsRiseInTheLogWhateverComesAtOnce() throws Exception {
        List<Callable<Completion>> guesses =
                new ArrayList<>(
                        LongStream.range(95, 125)
                                .<Callable<Completion>>mapToObj(step -> () -> guess(step))
                                .toList());
        Collections.shuffle(guesses, new Random(1));
        OneNode.together(guesses);
        assertThat(steps()).isSorted().doesNotHaveDuplicates().allMatch(step -> step > 100);
    }

    private Completion guess(long step) {
        return node.guess(TotpMethod.ID, new TotpGuess(ADA, APP, OptionalLong.of(step), NOON));
    }

    private List<Long> steps() {
        return node.events().stream()
                .filter(TotpEvent.Used.class::isInstance)
                .map(event -> ((TotpEvent.Used) event).step())
                .toList();
    }
}
