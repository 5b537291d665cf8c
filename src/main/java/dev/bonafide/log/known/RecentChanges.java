package dev.bonafide.log.known;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.log.commit.Read;
import dev.bonafide.store.Commit;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last sequence number of every stream that changed within the newest positions. What is not
 * among them has not changed since their beginning; older reads cannot be judged and are refused.
 * Nothing is loaded for it. Not for several threads.
 */
public final class RecentChanges {
    /** How many positions are remembered. */
    public static final long POSITIONS_MAX = 100_000;

    private final Map<StreamId, Change> changes = new HashMap<>();
    private final ArrayDeque<Change> order = new ArrayDeque<>();
    private final long positionsMax;
    private long floor;

    private record Change(StreamId stream, long sequence, long position) {}

    /** What refuses a commit: these streams, and the position at which the last of them changed. */
    public record Refusal(Set<StreamId> streams, long position) {}

    RecentChanges(long start, long positionsMax) {
        this.floor = start;
        this.positionsMax = positionsMax;
    }

    void add(Commit commit) {
        for (int i = 0; i < commit.count(); i++) {
            Commit.Key key = commit.keys().get(i);
            Change change = new Change(key.stream(), key.sequence(), commit.position() + i);
            changes.put(key.stream(), change);
            order.add(change);
        }
        forget(commit.last() - positionsMax);
    }

    private void forget(long upTo) {
        while (!order.isEmpty() && order.getFirst().position() <= upTo) {
            Change oldest = order.removeFirst();
            changes.remove(oldest.stream(), oldest);
            floor = oldest.position();
        }
    }

    /** Empty if every stream still is as it was read. */
    public Optional<Refusal> judge(List<Read> reads) {
        Set<StreamId> moved = new HashSet<>();
        long position = 0;
        for (Read read : reads) {
            @Nullable Change change = changes.get(read.stream());
            if (!unmoved(read, change)) {
                moved.add(read.stream());
                position = Math.max(position, change == null ? floor : change.position());
            }
        }
        return moved.isEmpty() ? Optional.empty() : Optional.of(new Refusal(moved, position));
    }

    private boolean unmoved(Read read, @Nullable Change change) {
        return change == null
                ? read.asOf() >= floor // else it may have changed before our memory begins
                : change.sequence() == read.sequence();
    }
}
