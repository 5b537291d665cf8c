package dev.bonafide.log.append;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Deadline;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.commit.Draft;
import dev.bonafide.log.known.KnownLog;
import dev.bonafide.store.CommitLog;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of a node that appends, one batch after the other. */
public final class Appender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final long PAUSE_MILLIS_MAX = 500;
    private static final Duration STOP_MAX = Duration.ofSeconds(10);

    private final WriteLine line;
    private final Turns turns;
    private final ClockCheck clocks;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile int unsettledTries;

    /** Who appends: its clock, its id, and what keeps it from appending now or at all. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Node(Clock clock, byte[] id, Turns turns, ClockCheck clocks) {}

    /** Starts the thread. */
    public Appender(CommitLog log, KnownLog known, Node node) {
        this.turns = node.turns();
        this.clocks = node.clocks();
        this.line = new WriteLine(log, known, node.clock(), node.id(), turns);
        this.thread = Thread.ofPlatform().daemon().name("log-appender").start(this::run);
    }

    /**
     * Appends one commit and waits for it.
     *
     * @return position of its last event
     * @throws CommitRefused if something it read has moved
     * @throws Unavailable if it is not done, or not known to be, at the deadline; the text says
     *     which
     */
    public long append(Draft draft, Deadline deadline) {
        clocks.require();
        return line.submit(draft).await(deadline);
    }

    /** How often the batch in flight went out without a clear answer; 0 = all is well. */
    public int unsettledTries() {
        return unsettledTries;
    }

    private void run() {
        while (stopping.getCount() > 0) {
            holdForOthers();
            if (runStep()) {
                unsettledTries = 0;
            } else {
                int tries = unsettledTries + 1;
                unsettledTries = tries;
                pause(Math.min(1L << Math.min(tries, 10), PAUSE_MILLIS_MAX));
            }
        }
    }

    private void holdForOthers() {
        long hold = turns.holdMillis();
        while (hold > 0 && stopping.getCount() > 0) {
            pause(hold);
            hold = turns.holdMillis();
        }
    }

    private boolean runStep() {
        try {
            return line.step();
        } catch (Throwable e) { // root of the thread: nothing else could report it
            LOG.error("Appending failed; it is tried again", e);
            return false;
        }
    }

    private void pause(long millis) {
        try {
            stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }

    /** Ends after the batch in flight was answered once; what is not stored says so. */
    @Override
    public void close() {
        stopping.countDown();
        line.close();
        try {
            if (thread.join(STOP_MAX)) {
                line.abandon();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
