package dev.bonafide.guard;

import static dev.bonafide.guard.Lane.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.guard.GuardEvent.Reason;
import dev.bonafide.guard.GuardEvent.Reset;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.StreamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shell: given events, when a guess is judged, expect events. */
class GuardTest {
    private static final Instant AT = Attempts.START;
    private static final String STREAM = Guard.stream(Attempts.ADA, Attempts.SOMETHING).hex();

    private final AggregateTestFixture<Guard> fixture = new AggregateTestFixture<>(Guard.class);

    /** A guess that was judged. */
    record Judged(@TargetAggregateIdentifier String stream, boolean right) {}

    /** What the methods' handlers do with a guard, and nothing else. */
    static final class Judge {
        private final Repository<Guard> guards;

        Judge(Repository<Guard> guards) {
            this.guards = guards;
        }

        @CommandHandler
        void handle(Judged judged) {
            guards.load(judged.stream()).execute(guard -> guard.record(decided(guard, judged)));
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
        fixture.registerAggregateFactory(
                new AbstractAggregateFactory<>(Guard.class) {
                    @Override
                    @SuppressWarnings("rawtypes") // as Axon declares it
                    protected Guard doCreateAggregate(String id, DomainEventMessage first) {
                        return Guard.TYPE.create().apply(StreamId.ofHex(id), GuardState.CLEAR);
                    }
                });
        fixture.registerAnnotatedCommandHandler(new Judge(fixture.getRepository()));
    }

    @Test
    void countsOnFromWhatTheLogSays() {
        List<GuardEvent> ninetyNine = failures(99);

        fixture.given(ninetyNine)
                .when(new Judged(STREAM, false))
                .expectEvents(failures(101).subList(99, 101).toArray());
    }

    @Test
    void goesBackToNothingByASuccess() {
        fixture.given(failures(7))
                .when(new Judged(STREAM, true))
                .expectEvents(new Reset(Attempts.ADA, Attempts.SOMETHING, Reason.SUCCESS, AT))
                .expectState(guard -> assertThat(guard.state()).isEqualTo(GuardState.CLEAR));
    }

    @Test
    void writesNothingForASuccessAfterAReset() {
        fixture.given(failures(7))
                .andGiven(new Reset(Attempts.ADA, Attempts.SOMETHING, Reason.SUCCESS, AT))
                .when(new Judged(STREAM, true))
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
