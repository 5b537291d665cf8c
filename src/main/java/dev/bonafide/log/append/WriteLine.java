package dev.bonafide.log.append;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.commit.Draft;
import dev.bonafide.log.known.KnownLog;
import dev.bonafide.store.AppendResult;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the appender does, step by step: take what waits, number it after the known head, send it,
 * and, whatever the store answers, settle it before anything else is sent. One thread makes the
 * steps.
 */
final class WriteLine {
    static final int BATCH_COMMITS_MAX = 500;
    static final long BATCH_BYTES_MAX = 4L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(WriteLine.class);

    private final CommitLog log;
    private final KnownLog known;
    private final Numbering numbering;
    private final Turns turns;
    private final Rules rules;
    private final CommitQueue queue = new CommitQueue();
    private final Flight flight;

    WriteLine(CommitLog log, KnownLog known, Clock clock, byte[] node, Turns turns) {
        this(log, known, new Numbering(known, clock, node, new Rules()), turns);
    }

    WriteLine(CommitLog log, KnownLog known, Numbering numbering, Turns turns) {
        this.rules = numbering.rules();
        this.flight = new Flight(rules);
        this.log = log;
        this.known = known;
        this.turns = turns;
        this.numbering = numbering;
    }

    /** From any thread. */
    Pending submit(Draft draft) {
        Pending pending = new Pending(draft);
        queue.add(pending);
        return pending;
    }

    /**
     * Sends a batch, or the one in flight again; waits for one if there is neither.
     *
     * @return whether nothing is in flight now; else it is to be sent again after a pause
     */
    boolean step() {
        if (flight.isEmpty()) {
            board(queue.take());
        }
        if (!flight.isEmpty()) {
            fly();
        }
        return flight.isEmpty();
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

    private AppendResult send(List<Commit> batch) {
        turns.sent();
        try {
            return log.append(batch);
        } catch (RuntimeException e) { // who throws has told nothing about what is stored
            return new AppendResult.Unknown(e);
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

    private void land(int count) {
        known.take(flight.commits().subList(0, count));
        arrive(count);
    }

    private void arrive(int count) {
        flight.land(count);
        if (count > 0) {
            turns.stored();
        }
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
        arrive(stored);
        if (rules.lost(there.size(), stored)) {
            turns.lost();
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

    /** Commits that wait or are in flight. */
    int open() {
        return flight.size() + queue.size();
    }

    /** What waits is stopped, and nothing more is taken in. */
    void close() {
        queue.close();
    }

    /** What is in flight is answered as unknown; once no step is made any more. */
    void abandon() {
        flight.stop();
        queue.close();
    }
}
