package dev.bonafide.method.lookup;

import static dev.bonafide.method.lookup.Fixtures.ADA;
import static dev.bonafide.method.lookup.Fixtures.CODES;
import static dev.bonafide.method.lookup.Fixtures.NOON;
import static dev.bonafide.method.lookup.Fixtures.OTHER;
import static dev.bonafide.method.lookup.Fixtures.OTHER_SALT;
import static dev.bonafide.method.lookup.Fixtures.SALT;
import static dev.bonafide.method.lookup.Fixtures.SET;
import static dev.bonafide.method.lookup.Fixtures.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.method.MethodCommand.Completion;
import dev.bonafide.method.OneNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Goals LS-01 and LS-05: what two requests decide at once, one of them commits. */
class LookupRaceTest {
    private final OneNode node =
            new OneNode(
                    new LookupEvents(),
                    new LookupEvent.Enrolled(ADA, SET, set(SALT, false), NOON),
                    SET);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aCodeIsAcceptedOnceHoweverManySendItAtOnce() throws Exception {
        List<Callable<Completion>> guesses = Collections.nCopies(64, () -> guess(CODES.get(3)));
        List<Completion> answers = OneNode.together(guesses);
        assertThat(answers).filteredOn(Completion.Completed.class::isInstance).hasSize(1);
        assertThat(node.events()).filteredOn(LookupEvent.Used.class::isInstance).hasSize(1);
    }

    @Test
    void noOldCodeIsAcceptedBehindARegeneration() throws Exception {
        List<Callable<Object>> tasks = new ArrayList<>();
        CODES.forEach(code -> tasks.add(() -> guess(code)));
        tasks.add(
                5,
                () ->
                        node.change(
                                new RegenerateLookupSecrets(
                                        ADA, OTHER, set(OTHER_SALT, false), NOON)));
        OneNode.together(tasks);
        List<Object> events = node.events();
        int regenerated =
                events.indexOf(new LookupEvent.Regenerated(ADA, SET, set(OTHER_SALT, false), NOON));
        assertThat(regenerated).isPositive();
        Stream<Object> after = events.stream().skip(regenerated);
        assertThat(after).noneMatch(LookupEvent.Used.class::isInstance);
    }

    private Completion guess(String code) {
        LookupGuess guess = new LookupGuess(ADA, SALT, Fixtures.hash(code, SALT), NOON);
        return node.guess(LookupMethod.ID, guess);
    }
}
