package dev.bonafide.log.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Entropy;
import dev.bonafide.log.EventLog;
import dev.bonafide.log.EventTypes;
import dev.bonafide.log.Meta;
import dev.bonafide.log.SharedStore;
import dev.bonafide.log.commit.CommitCodec;
import dev.bonafide.log.commit.Head;
import dev.bonafide.log.event.EventCodec;
import dev.bonafide.log.example.Example;
import dev.bonafide.log.example.ExampleCommand.RaiseTally;
import dev.bonafide.log.genesis.LogStarted;
import dev.bonafide.log.known.KnownLog;
import dev.bonafide.log.reader.ReadersTest.Raises;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One projection, two nodes that could drive it, one set of documents. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class TwoReadersTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final EventTypes OWN = () -> List.of(LogStarted.class);

    private final MemoryStore store = new MemoryStore(new FakeClock());
    private final EventLog log = Example.start(store);
    private final AtomicLong ticksA = new AtomicLong();
    private final AtomicLong ticksB = new AtomicLong();
    private final Raises viewA = new Raises("raises-1", false);
    private final Raises viewB = new Raises("raises-1", false);
    private final Progress a = node("a", viewA, ticksA);
    private final Progress b = node("b", viewB, ticksB);

    private Progress node(String name, Raises view, AtomicLong ticks) {
        var codec =
                new CommitCodec(
                        new EventCodec(List.of(OWN, Example.EVENTS), List.of()),
                        Entropy.system(),
                        Example.SEALER);
        Source source =
                new Source(
                        store.log(),
                        codec,
                        new KnownLog(store.log(), Head.EMPTY),
                        new Tokens(store.documents()),
                        new Builds(store.documents()),
                        of -> new SharedOwnership(store.documents(), of, name, ticks::get));
        return new Progress(view, source);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void raise() {
        log.commands().send(new RaiseTally(1, 10), Meta.system());
    }

    private static boolean drive(Progress node) throws Exception {
        boolean owned = node.owned();
        if (owned) {
            node.open();
            node.step();
        }
        return owned;
    }

    private static void pause(AtomicLong ticks) {
        ticks.addAndGet(SharedOwnership.STILL.toNanos());
    }

    @Test
    void oneDrivesAndTheOtherKnowsHowFar() throws Exception {
        raise();
        assertThat(drive(a)).isTrue();
        assertThat(drive(b)).isFalse();
        assertThat(viewA.positions()).containsExactly(2L);
        assertThat(viewB.positions()).isEmpty();
        assertThat(b.elsewhere()).isEqualTo(2);
    }

    @Test
    void theOtherGoesOnWhereAPausedOwnerStoppedAndRefusesIt() throws Exception {
        raise();
        drive(a);
        drive(b);
        raise();
        pause(ticksB);
        assertThat(drive(b)).isTrue();
        raise();
        pause(ticksA);
        assertThat(drive(a)).isFalse();
        drive(b);

        assertThat(viewA.positions()).containsExactly(2L);
        assertThat(viewB.positions()).containsExactly(3L, 4L);
    }

    /** The pause is between asking and storing: what it stores is refused, too. */
    @Test
    void aDeposedOwnerMovesNoToken() throws Exception {
        raise();
        drive(a);
        drive(b);
        pause(ticksB);
        assertThat(drive(b)).isTrue();
        raise();
        a.step(); // by its own clock it still is the owner
        assertThat(b.elsewhere()).isEqualTo(2);
        drive(b);

        assertThat(b.elsewhere()).isEqualTo(3);
        assertThat(viewB.positions()).containsExactly(3L);
    }

    @Test
    void aNodeThatDoesNotDriveItWaitsForTheStoredPosition() {
        SharedStore shared = new SharedStore(store);
        Raises mine = new Raises("raises-2", false);
        Raises theirs = new Raises("raises-2", false);
        try (EventLog one = Example.start(shared, mine);
                EventLog two = Example.start(shared, theirs)) {
            one.commands().send(new RaiseTally(1, 10), Meta.system());
            assertThat(one.projections().await("raises-2", 2, LONG)).isTrue();
            assertThat(two.projections().await("raises-2", 2, LONG)).isTrue();
            assertThat(mine.positions().size() + theirs.positions().size()).isEqualTo(1);
        }
    }
}
