package dev.bonafide.guard;

import static dev.bonafide.guard.Lane.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.guard.GuardEvent.Reason;
import dev.bonafide.guard.GuardEvent.Reset;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.log.Aggregates;
import dev.bonafide.log.ShellFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shell: given events, when a guess is judged, expect events. */
class GuardTest {
    private static final Instant AT = Attempts.START;
    private static final StreamId STREAM = Guard.stream(Attempts.ADA, Attempts.SOMETHING);

    private final AggregateTestFixture<Guard> fixture = ShellFixture.of(Guard.TYPE);

    /** A guess that was judged. */
    record Judged(boolean right) {}

    /** What the methods' handlers do with a guard, and nothing else. */
    static final class Judge {
        private final Aggregates aggregates;

        Judge(Aggregates aggregates) {
            this.aggregates = aggregates;
        }

        @CommandHandler
        boolean handle(Judged judged) {
            return aggregates.with(
                    Guard.TYPE,
                    STREAM,
                    guard -> {
                        guard.record(decided(guard, judged));
                        return judged.right();
                    });
        }

        private static List<GuardEvent> decided(Guard guard, Judged judged) {
            return judged.right()
                    ? GuardDecisions.reset(
                            guard.state(), Attempts.ADA, Attempts.SOMETHING, Reason.SUCCESS, AT)
                    : GuardDecisions.failed(
                            guard.state(),
                            Attempts.attempt(STRANGER, AT),
                            GuardPolicy.SECOND_FACTOR);
        }
    }

    @BeforeEach
    void wire() {
        fixture.registerAnnotatedCommandHandler(new Judge(ShellFixture.aggregates(fixture)));
    }

    @Test
    void countsOnFromWhatTheLogSays() {
        List<GuardEvent> ninetyNine = failures(99);

        fixture.given(ninetyNine)
                .when(new Judged(false))
                .expectEvents(failures(101).subList(99, 101).toArray());
    }

    @Test
    void goesBackToNothingByASuccess() {
        fixture.given(failures(7))
                .when(new Judged(true))
                .expectEvents(new Reset(Attempts.ADA, Attempts.SOMETHING, Reason.SUCCESS, AT))
                .expectState(guard -> assertThat(guard.state()).isEqualTo(GuardState.CLEAR));
    }

    @Test
    void writesNothingForASuccessAfterAReset() {
        fixture.given(failures(7))
                .andGiven(new Reset(Attempts.ADA, Attempts.SOMETHING, Reason.SUCCESS, AT))
                .when(new Judged(true))
                .expectNoEvents();
    }

    @Test
    void th02EachIdentityAndEachMethodHasAGuardOfItsOwn() {
        MethodId other = new MethodId("other");
        IdentityId bob = IdentityId.of("01990000-0000-7000-8000-00000000b0b0");

        assertThat(Guard.stream(Attempts.ADA, Attempts.SOMETHING))
                .isNotEqualTo(Guard.stream(Attempts.ADA, other))
                .isNotEqualTo(Guard.stream(bob, Attempts.SOMETHING))
                .isEqualTo(Guard.stream(Attempts.ADA, new MethodId("something")));
    }

    /** The first events of an attack in which time stands still. */
    private static List<GuardEvent> failures(int events) {
        GuardState state = GuardState.CLEAR;
        List<GuardEvent> all = new ArrayList<>();
        while (all.size() < events) {
            for (GuardEvent event :
                    GuardDecisions.failed(
                            state, Attempts.attempt(STRANGER, AT), GuardPolicy.SECOND_FACTOR)) {
                all.add(event);
                state = state.evolve(event);
            }
        }
        return all;
    }
}
