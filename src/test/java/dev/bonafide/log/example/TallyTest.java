package dev.bonafide.log.example;

import dev.bonafide.kernel.Refused;
import dev.bonafide.log.ShellFixture;
import dev.bonafide.log.example.ExampleCommand.RaiseTally;
import dev.bonafide.log.example.TallyEvent.Closed;
import dev.bonafide.log.example.TallyEvent.Raised;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a shell is tested with Axon's fixture. */
class TallyTest {
    private final AggregateTestFixture<Tally> fixture = ShellFixture.of(Tally.TYPE);

    @BeforeEach
    void handlers() {
        fixture.registerAnnotatedCommandHandler(
                new ExampleHandler(ShellFixture.aggregates(fixture)));
    }

    @Test
    void raisesATallyThatWasNeverThere() {
        fixture.givenNoPriorActivity()
                .when(new RaiseTally(1, 2))
                .expectEvents(new Raised(2))
                .expectResultMessagePayload(2);
    }

    @Test
    void raisesOnWhatHappenedBefore() {
        fixture.given(new Raised(2), new Raised(3))
                .when(new RaiseTally(1, 2))
                .expectEvents(new Raised(2))
                .expectResultMessagePayload(7);
    }

    @Test
    void refusesAClosedTally() {
        fixture.given(new Raised(2), new Closed())
                .when(new RaiseTally(1, 2))
                .expectNoEvents()
                .expectException(Refused.class);
    }
}
