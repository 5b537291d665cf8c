package dev.bonafide.log.append;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Deadline;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.commit.Draft;
import dev.bonafide.log.known.KnownLog;
import dev.bonafide.store.AppendResult;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of a node that appends. It writes what waits as one batch after the head that the
 * node knows; whatever the store answers, it settles the batch before it sends another.
 */
public final class Appender implements AutoCloseable {
    static final int BATCH_COMMITS_MAX = 500;
    static final long BATCH_BYTES_MAX = 4L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final long PAUSE_MILLIS_MAX = 500;
    private static final Duration STOP_MAX = Duration.ofSeconds(10);

    private final CommitLog log;
    private final KnownLog known;
    private final Numbering numbering;
    private final CommitQueue queue = new CommitQueue();
    private final Flight flight = new Flight();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private long pauseMillis = 1;
    private volatile int unsettledTries;

    /** Starts the thread. */
    public Appender(CommitLog log, KnownLog known, Clock clock, byte[] node) {
        this.log = log;
        this.known = known;
        this.numbering = new Numbering(known, clock, node);
        this.thread = Thread.ofPlatform().name("log-appender").start(this::run);
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
        Pending pending = new Pending(draft);
        queue.add(pending);
        return pending.await(deadline);
    }

    /** How often the batch in flight went out without a clear answer; 0 = all is well. */
    public int unsettledTries() {
        return unsettledTries;
    }

    private void run() {
        while (stopping.getCount() > 0) {
            try {
                step();
            } catch (Throwable e) { // root of the thread: nothing else could report it
                LOG.error("Appending failed; it is tried again", e);
                rest();
            }
        }
    }

    private void step() {
        if (flight.isEmpty()) {
            board(queue.take());
        }
        if (!flight.isEmpty()) {
            fly();
            restIfUnsettled();
        }
    }

    private void board(List<Pending> waiting) {
        try {
            Numbering.Boarding boarding = numbering.board(waiting);
            queue.putBack(boarding.later());
            flight.depart(boarding.now());
        } catch (Unavailable e) { // the log is broken: none of these was sent
            waiting.forEach(pending -> pending.refuse(e));
        }
    }

    private void fly() {
        try {
            switch (send(flight.commits())) {
                case AppendResult.Acknowledged() -> land(flight.size());
                case AppendResult.Occupied(int index) -> afterOccupied(index);
                case AppendResult.Unknown(Throwable cause) -> afterUnknown(cause);
            }
        } catch (Unavailable e) { // the store can't be asked now: the batch stays in flight
            LOG.warn("A batch cannot be settled now: {}", e.toString());
        }
    }

    private void afterOccupied(int index) {
        land(index);
        settle();
        refuseIfItsKeysAreTaken();
    }

    private void afterUnknown(Throwable cause) {
        LOG.warn("The store did not say what became of a batch: {}", cause.toString());
        settle();
    }

    private AppendResult send(List<Commit> batch) {
        try {
            return log.append(batch);
        } catch (RuntimeException e) { // who throws has told nothing about what is stored
            return new AppendResult.Unknown(e);
        }
    }

    private void land(int count) {
        known.take(flight.commits().subList(0, count));
        flight.land(count);
    }

    /**
     * Looks at what stands where the batch begins. Ours is stored; another's there means that none
     * of the rest can ever be. Nothing there settles nothing: what was sent may still arrive.
     */
    private void settle() {
        if (flight.isEmpty()) {
            return;
        }
        List<Commit> there = log.read(flight.first().commit().position() - 1, BATCH_COMMITS_MAX);
        known.take(there);
        int stored = flight.among(there);
        flight.land(stored);
        if (there.size() > stored) {
            queue.putBack(flight.lose());
        }
    }

    /**
     * A place in a stream that is taken before our position, while the position is free: the check
     * of reads should have refused that. It can never be stored, nor what was sent after it.
     */
    private void refuseIfItsKeysAreTaken() {
        if (flight.isEmpty() || !keysAreTaken(flight.first().commit())) {
            return;
        }
        Commit commit = flight.first().commit();
        LOG.error("The log holds a place in a stream that commit {} claims", commit.position());
        flight.refuseFirst(new IllegalStateException("a place in a stream is taken twice"));
        queue.putBack(flight.lose());
    }

    private boolean keysAreTaken(Commit commit) {
        return commit.keys().stream().anyMatch(key -> taken(key, commit.position()));
    }

    private boolean taken(Commit.Key key, long before) {
        return log.stream(key.stream(), key.sequence(), before - 1, 1).stream()
                .anyMatch(there -> there.position() < before && there.keys().contains(key));
    }

    private void restIfUnsettled() {
        if (flight.isEmpty()) {
            unsettledTries = 0;
            pauseMillis = 1;
        } else {
            rest();
        }
    }

    private void rest() {
        int tries = unsettledTries + 1;
        unsettledTries = tries;
        try {
            stopping.await(pauseMillis, TimeUnit.MILLISECONDS);
            pauseMillis = Math.min(2 * pauseMillis, PAUSE_MILLIS_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }

    /** Ends after the batch in flight was answered once; what is not stored says so. */
    @Override
    public void close() {
        stopping.countDown();
        queue.close();
        try {
            if (thread.join(STOP_MAX)) {
                flight.stop();
                queue.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
