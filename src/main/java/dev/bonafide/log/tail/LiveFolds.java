package dev.bonafide.log.tail;

import dev.bonafide.kernel.Deadline;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.Fold;
import dev.bonafide.log.Folded;
import dev.bonafide.log.Folds;
import dev.bonafide.log.commit.OpenCommit;
import dev.bonafide.log.commit.StreamReader;
import dev.bonafide.log.known.Waiting;
import dev.bonafide.store.Commit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * States of streams in memory, fed by the tail, loaded where they are not there: one load per
 * stream at a time, a bounded number at once.
 */
public final class LiveFolds implements Folds {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFolds.class);
    private static final int LOADS_MAX = 16;
    private static final int TRIES_MAX = 2;

    private final Applied applied;
    private final ReadIndex index;
    private final StreamReader streams;
    private final FoldTable table;
    private final Duration patience;
    private final Semaphore loads = new Semaphore(LOADS_MAX);

    /**
     * An empty table.
     *
     * @param foldsMax most states that are kept
     * @param patience how long a read waits for a load, or for the head
     */
    public LiveFolds(
            Applied applied,
            ReadIndex index,
            StreamReader streams,
            int foldsMax,
            Duration patience) {
        this.applied = applied;
        this.index = index;
        this.streams = streams;
        this.table = new FoldTable(foldsMax);
        this.patience = patience;
    }

    @Override
    public long strong() {
        Deadline deadline = Deadline.after(patience);
        long target = index.head(deadline);
        if (!applied.await(target, deadline)) {
            throw new Unavailable("this node is behind position " + target);
        }
        return applied.position();
    }

    @Override
    public <S> Folded<S> read(Fold<S> fold, StreamId stream) {
        if (fold.kind() != stream.kind()) {
            throw new IllegalArgumentException(
                    "a fold of %s over stream %s".formatted(fold.kind(), stream));
        }
        FoldKey<S> key = new FoldKey<>(fold, stream);
        Deadline deadline = Deadline.after(patience);
        Optional<Folded<S>> found = look(key);
        while (found.isEmpty()) {
            if (deadline.passed()) {
                throw tooSlow();
            }
            bring(key, deadline);
            found = look(key);
        }
        return found.get();
    }

    private <S> Optional<Folded<S>> look(FoldKey<S> key) {
        return applied.still(() ->
                table.find(key).filter(LiveFold::live).map(fold -> fold.at(applied.position())));
    }

    /** A fold of ours in the table, and the position of the node when it got there. */
    private record Entry<S>(LiveFold<S> fold, long asOf) {}

    /** Waits for a load that is under way, or does it. */
    private <S> void bring(FoldKey<S> key, Deadline deadline) {
        LiveFold<S> fresh = new LiveFold<>(key.fold());
        Entry<S> entry =
                applied.still(() -> new Entry<>(table.enter(key, fresh), applied.position()));
        if (entry.fold() == fresh) {
            load(key, entry, deadline);
        } else {
            var _ = Waiting.until(deadline, entry.fold().settled()).orElseThrow(LiveFolds::tooSlow);
        }
    }

    /**
     * Loads up to where the node was when the fold was registered; the tail brings all that comes
     * after. Loaded first and registered then, what came between would be missing.
     */
    private <S> void load(FoldKey<S> key, Entry<S> entry, Deadline deadline) {
        boolean loaded = false;
        acquire(deadline);
        try {
            entry.fold().load(streams.events(key.stream(), entry.asOf()));
            loaded = true;
        } finally {
            loads.release();
            if (!loaded) {
                discard(key, entry.fold());
            }
        }
    }

    private void acquire(Deadline deadline) {
        try {
            if (!loads.tryAcquire(deadline.leftNanos(), TimeUnit.NANOSECONDS)) {
                throw tooSlow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting", e);
        }
    }

    private void discard(FoldKey<?> key, LiveFold<?> fold) {
        fold.drop();
        table.remove(key, fold);
    }

    private static Unavailable tooSlow() {
        return new Unavailable("a stream could not be loaded in time");
    }

    @Override
    public <T> T consistent(Function<Folds, T> reader) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            long before = applied.position();
            T result = reader.apply(this);
            if (applied.position() == before) {
                return result;
            }
        }
        // what it reads is in memory by now, so the tail does not wait long
        return applied.still(() -> reader.apply(this));
    }

    /** Drops what is kept of a stream: a commit that stood on it was refused. */
    public void forget(StreamId stream) {
        table.forget(stream);
    }

    /** How many states are kept now. */
    int size() {
        return table.size();
    }

    /** Brings a commit to the folds of its streams. */
    void feed(OpenCommit commit) {
        List<Commit.Key> keys = commit.commit().keys();
        for (int i = 0; i < keys.size(); i++) {
            int index = i;
            table.of(keys.get(i).stream()).forEach(fold -> feed(fold, commit, index));
        }
    }

    private void feed(LiveFold<?> fold, OpenCommit commit, int index) {
        try {
            fold.feed(() -> commit.event(index));
        } catch (
                RuntimeException e) { // an upcaster or a fold of any room: its stream, not the node
            LOG.error("A stream of commit {} is closed", commit.commit().position(), e);
            fold.drop();
        }
    }
}
