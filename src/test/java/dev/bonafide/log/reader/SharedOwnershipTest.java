package dev.bonafide.log.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Two nodes and a projection, each with a monotonic clock of its own. */
class SharedOwnershipTest {
    private static final long START_B = 1_000_000_000_000L;

    private final MemoryStore store = new MemoryStore(new FakeClock());
    private final AtomicLong ticksA = new AtomicLong();
    private final AtomicLong ticksB = new AtomicLong(START_B);
    private final SharedOwnership a = node("a", ticksA);
    private final SharedOwnership b = node("b", ticksB);

    private SharedOwnership node(String name, AtomicLong ticks) {
        return new SharedOwnership(store.documents(), "views-1", name, ticks::get);
    }

    private static void pass(AtomicLong ticks, Duration time) {
        ticks.addAndGet(time.toNanos());
    }

    @Test
    void givesTheProjectionToTheFirstWhoAsks() {
        assertThat(a.mine()).isTrue();
        assertThat(b.mine()).isFalse();
    }

    @Test
    void keepsItWithAnOwnerWhoRaisesTheCounter() {
        assertThat(a.mine()).isTrue();
        for (int i = 0; i < 100; i++) {
            pass(ticksA, SharedOwnership.BEAT);
            pass(ticksB, SharedOwnership.BEAT);
            assertThat(a.mine()).isTrue();
            assertThat(b.mine()).isFalse();
        }
    }

    @Test
    void givesItAwayOnceTheCounterStoodStillByTheOthersClock() {
        assertThat(a.mine()).isTrue();
        assertThat(b.mine()).isFalse();
        pass(ticksB, SharedOwnership.STILL.minusNanos(1));
        assertThat(b.mine()).isFalse();
        pass(ticksB, SharedOwnership.BEAT);
        assertThat(b.mine()).isTrue();
    }

    @Test
    void refusesAnOwnerWhoComesBackFromAPause() {
        assertThat(a.mine()).isTrue();
        assertThat(b.mine()).isFalse();
        pass(ticksB, SharedOwnership.STILL);
        assertThat(b.mine()).isTrue();
        pass(ticksA, SharedOwnership.STILL);

        assertThat(a.mine()).isFalse();
        assertThat(b.mine()).isTrue();
    }

    @Test
    void goesOnAtOnceAfterAnOwnerWhoStops() {
        assertThat(a.mine()).isTrue();
        assertThat(b.mine()).isFalse();
        a.release();
        pass(ticksB, SharedOwnership.BEAT);
        assertThat(b.mine()).isTrue();
        assertThat(a.mine()).isFalse();
    }

    @Test
    void goesToWhoeverRebuildsIt() {
        assertThat(a.mine()).isTrue();
        b.seize();
        pass(ticksA, SharedOwnership.BEAT);
        assertThat(b.mine()).isTrue();
        assertThat(a.mine()).isFalse();
    }
}
