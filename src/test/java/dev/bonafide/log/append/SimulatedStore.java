package dev.bonafide.log.append;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.store.AppendResult;
import dev.bonafide.store.AppendResult.Acknowledged;
import dev.bonafide.store.AppendResult.Occupied;
import dev.bonafide.store.AppendResult.Unknown;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A replicated store with all that log.md section 2 fears: a point up to which a majority has it, a
 * primary that rolls back what is beyond, batches that arrive late or come back with an old
 * primary, answers that are lost, reads that are stale. It refuses nothing but duplicates, so a
 * node that numbers wrongly leaves a gap.
 */
public final class SimulatedStore implements CommitLog {
    private final Random random;

    /** In order of insertion; those before {@code majority} are there for good. */
    private final List<Commit> stored = new ArrayList<>();

    /** Batches on their way, or lost with a primary that may return. */
    private final List<List<Commit>> limbo = new ArrayList<>();

    private int majority;

    /** From 0, a sound store, to 100. */
    private int faults;

    /** An empty store; how often it fails is drawn, too. */
    public SimulatedStore(Random random) {
        this.random = random;
        this.faults = random.nextInt(101);
    }

    /** From now on all goes well, and what is on its way arrives. */
    public void heal() {
        faults = 0;
        limbo.forEach(this::insert);
        limbo.clear();
        majority = stored.size();
    }

    /** Something happens by itself. */
    public void tick() {
        switch (random.nextInt(6)) {
            case 0 -> majority += random.nextInt(stored.size() - majority + 1);
            case 1 -> rollBack();
            case 2 -> deliver();
            default -> {}
        }
    }

    private void rollBack() {
        List<Commit> beyond = stored.subList(majority, stored.size());
        if (!beyond.isEmpty()) {
            limbo.add(List.copyOf(beyond));
            beyond.clear();
        }
    }

    private void deliver() {
        if (!limbo.isEmpty()) {
            insert(limbo.remove(random.nextInt(limbo.size())));
        }
    }

    private int insert(List<Commit> batch) {
        int count = 0;
        while (count < batch.size() && !duplicate(batch.get(count))) {
            stored.add(batch.get(count));
            count++;
        }
        return count;
    }

    private boolean duplicate(Commit commit) {
        return stored.stream()
                .anyMatch(there ->
                        there.position() == commit.position()
                                || commit.keys().stream().anyMatch(there.keys()::contains));
    }

    private boolean happens(int percent) {
        return random.nextInt(10_000) < percent * faults;
    }

    /**
     * What happened to a batch.
     *
     * @param inserted how many of the first stand on the primary now
     * @param answered whether the node hears of it
     * @param stopped whether an error that was no duplicate ended it: the primary steps down
     * @param met whether a majority has what was inserted
     */
    record Attempt(int size, int inserted, boolean answered, boolean stopped, boolean met) {
        private static final Attempt LATE = new Attempt(0, 0, false, false, false);

        AppendResult result() {
            if (!answered || stopped || !met) {
                return new Unknown(new IllegalStateException("the connection was lost"));
            }
            return inserted == size ? new Acknowledged() : new Occupied(inserted);
        }
    }

    @Override
    public AppendResult append(List<Commit> batch) {
        return attempt(batch).result();
    }

    /** The same with all that the store could tell. */
    Attempt attempt(List<Commit> batch) {
        if (happens(15)) {
            limbo.add(List.copyOf(batch));
            return Attempt.LATE;
        }
        if (happens(5)) {
            return Attempt.LATE;
        }
        boolean stopped = happens(10);
        int upTo = stopped ? random.nextInt(batch.size() + 1) : batch.size();
        int inserted = insert(batch.subList(0, upTo));
        boolean answered = !happens(15);
        boolean met = !stopped && !happens(15);
        if (met && answered && inserted > 0) {
            majority = stored.size();
        }
        return new Attempt(batch.size(), inserted, answered, stopped, met);
    }

    /** What a majority has, or had a while ago. */
    private List<Commit> seen() {
        if (happens(5)) {
            throw new Unavailable("no primary");
        }
        int upTo = happens(20) ? random.nextInt(majority + 1) : majority;
        return stored.subList(0, upTo).stream()
                .sorted(Comparator.comparingLong(Commit::position))
                .toList();
    }

    @Override
    public Optional<Commit> last() {
        return durable().stream().max(Comparator.comparingLong(Commit::position));
    }

    /** What is there for good. */
    List<Commit> durable() {
        return List.copyOf(stored.subList(0, majority));
    }

    @Override
    public boolean vacant(long position) {
        majority = stored.size();
        return at(position).isEmpty();
    }

    @Override
    public List<Commit> read(long after, int limit) {
        return seen().stream()
                .filter(commit -> commit.position() > after)
                .limit(happens(20) ? 1 : limit)
                .toList();
    }

    /** What this primary has, though it may be rolled back. */
    List<Commit> readAnything(long after, int limit) {
        return stored.stream()
                .filter(commit -> commit.position() > after)
                .sorted(Comparator.comparingLong(Commit::position))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Commit> at(long position) {
        return durable().stream()
                .filter(commit -> commit.position() <= position && position <= commit.last())
                .findFirst();
    }

    @Override
    public List<Commit> stream(StreamId stream, long from, long notBehind, int limit) {
        return durable().stream()
                .filter(commit ->
                        commit.keys().stream()
                                .anyMatch(key ->
                                        key.stream().equals(stream) && key.sequence() >= from))
                .limit(limit)
                .toList();
    }

    @Override
    public void close() {}
}
