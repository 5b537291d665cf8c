package dev.bonafide.log.append;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Ticker;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.store.CommitLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps a node from appending whose clock is off the store's (log.md section 1): times of events
 * never go back, so one clock that runs ahead would move the time of all nodes.
 */
public final class ClockCheck implements Runnable {
    private static final long EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final CommitLog log;
    private final Clock clock;
    private final Ticker ticker;
    private final Duration offMax;
    private volatile String problem = "";
    private long askedAt;

    /** Asks once, now. */
    public ClockCheck(CommitLog log, Clock clock, Ticker ticker, Duration offMax) {
        this.log = log;
        this.clock = clock;
        this.ticker = ticker;
        this.offMax = offMax;
        this.askedAt = ticker.nanos() - EVERY_NANOS;
        run();
    }

    /** Asks the store again, if that was some seconds ago. Blocks; from one thread. */
    @Override
    public void run() {
        long now = ticker.nanos();
        if (now - askedAt >= EVERY_NANOS) {
            askedAt = now;
            ask();
        }
    }

    /**
     * The answer was made between our two looks at the clock; a slow one is held against nobody.
     */
    private void ask() {
        Instant before = clock.now();
        long start = ticker.nanos();
        Optional<Instant> theirs = log.time();
        Duration took = Duration.ofNanos(ticker.nanos() - start);
        problem = theirs.map(time -> judge(time, before, took)).orElse("");
    }

    private String judge(Instant theirs, Instant before, Duration took) {
        Duration behind = Duration.between(before.plus(took), theirs);
        Duration ahead = Duration.between(theirs, before);
        Duration off = behind.compareTo(ahead) > 0 ? behind : ahead;
        return off.compareTo(offMax) > 0
                ? "this node's clock is off the store's by %d ms".formatted(off.toMillis())
                : "";
    }

    /** "" if the clocks agree, as far as anybody knows. */
    public String problem() {
        return problem;
    }

    /** {@link Unavailable} if this node must not append. */
    void require() {
        if (!problem.isEmpty()) {
            throw new Unavailable("not done: " + problem);
        }
    }
}
