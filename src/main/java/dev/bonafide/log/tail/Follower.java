package dev.bonafide.log.tail;

import dev.bonafide.kernel.Ticker;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.known.KnownLog;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that looks for what other nodes have appended. */
public final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration STOP_MAX = Duration.ofSeconds(10);

    private final KnownLog known;
    private final Duration every;
    private final Runnable also;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private final Ticker ticker;
    private volatile long lookedAt;
    private boolean failing;

    /**
     * Starts the thread; it looks again after that time, at once while there is more.
     *
     * @param also what else the store is asked, now and then
     */
    public Follower(KnownLog known, Duration every, Runnable also, Ticker ticker) {
        this.ticker = ticker;
        this.lookedAt = ticker.nanos();
        this.also = also;
        this.known = known;
        this.every = every;
        this.thread = Thread.ofPlatform().daemon().name("log-follower").start(this::run);
    }

    private void run() {
        try {
            while (!stopping.await(every.toNanos(), TimeUnit.NANOSECONDS)) {
                runOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOnce() {
        try {
            also.run();
            while (known.readOn() && stopping.getCount() > 0) {
                failing = false;
            }
            failing = false;
            lookedAt = ticker.nanos();
        } catch (Unavailable e) {
            tell(e);
        } catch (Throwable e) { // root of the thread: following goes on
            LOG.error("Following the log failed; it is tried again", e);
        }
    }

    /** Once per outage. */
    private void tell(Unavailable e) {
        if (!failing) {
            LOG.warn("The log cannot be followed now: {}", e.toString());
        }
        failing = true;
    }

    /** How long ago the store last told what it has. */
    public Duration sinceLooked() {
        return Duration.ofNanos(ticker.nanos() - lookedAt);
    }

    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join(STOP_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
