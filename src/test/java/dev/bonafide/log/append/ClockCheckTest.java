package dev.bonafide.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.Unavailable;
import dev.bonafide.store.CommitLog;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClockCheckTest {
    private static final Duration MOST = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final FakeClock clock = new FakeClock();
    private final AtomicLong ticks = new AtomicLong();
    private Duration off = Duration.ZERO;
    private Duration answer = Duration.ZERO;
    private final CommitLog log =
            new ForwardingLog(new MemoryStore(clock).log()) {
                @Override
                public Optional<Instant> time() {
                    ticks.addAndGet(answer.toNanos());
                    return Optional.of(clock.now().plus(off));
                }
            };

    private ClockCheck check() {
        return new ClockCheck(log, clock, ticks::get, MOST);
    }

    @Test
    void letsANodeAppendWhoseClockIsNearTheStores() {
        off = MOST;
        assertThat(check().problem()).isEmpty();
        off = MOST.negated();
        assertThatCode(check()::require).doesNotThrowAnyException();
    }

    @Test
    void refusesAClockThatIsBehindOrAhead() {
        off = MOST.plusMillis(1);
        assertThat(check().problem()).contains("off the store's by 2001 ms");
        off = MOST.plusMillis(1).negated();
        assertThatThrownBy(check()::require)
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("not done");
    }

    @Test
    void doesNotTakeASlowAnswerForABadClock() {
        answer = Duration.ofSeconds(3);
        off = Duration.ofSeconds(3);
        assertThat(check().problem()).isEmpty();
    }

    @Test
    void asksAgainAfterAWhile() {
        ClockCheck check = check();
        off = Duration.ofHours(1);
        check.run();
        assertThat(check.problem()).isEmpty();
        ticks.addAndGet(PAUSE.toNanos());
        check.run();
        assertThat(check.problem()).isNotEmpty();
    }

    @Test
    void asksNothingOfAStoreWithoutAClock() {
        assertThat(new ClockCheck(new MemoryStore(clock).log(), clock, ticks::get, MOST).problem())
                .isEmpty();
    }
}
