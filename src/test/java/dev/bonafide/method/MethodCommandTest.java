package dev.bonafide.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.guard.Guard;
import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.guard.Lane;
import dev.bonafide.identity.Identity;
import dev.bonafide.identity.Somebody;
import dev.bonafide.kernel.FlowId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.method.MethodCommand.CompleteAuthenticationMethod;
import dev.bonafide.method.MethodCommand.Completion.Waiting;
import dev.bonafide.method.MethodCommand.Guessed;
import dev.bonafide.method.MethodCommand.SameSession;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Of many parallel guesses one counts (design section 7). */
class MethodCommandTest {
    private static final MethodId METHOD = new MethodId("something");
    private static final StreamId GUARD = Guard.stream(Somebody.ID, METHOD);
    private static final StreamId IDENTITY = Identity.stream(Somebody.ID);

    private final CompleteAuthenticationMethod guess =
            new CompleteAuthenticationMethod(
                    new FlowId(new UUID(1, 1)),
                    new Guessed(Somebody.ID, METHOD, GuardPolicy.SECOND_FACTOR, Lane.STRANGER),
                    new SameSession(new SessionId(new UUID(2, 2)), "token", null, Somebody.START),
                    held -> {
                        throw new AssertionError("it is not evaluated again");
                    },
                    Somebody.START);

    @Test
    void aGuessWhoseGuardHasMovedIsAnsweredAsWhileWaitingInsteadOfBeingMadeAgain() {
        assertThat(guess.answerIfMoved(Set.of(IDENTITY, GUARD)))
                .contains(new Waiting(Somebody.START.plusSeconds(1)));
    }

    @Test
    void aGuessWhoseGuardHasNotMovedIsDecidedAnew() {
        assertThat(guess.answerIfMoved(Set.of(IDENTITY))).isEmpty();
    }
}
