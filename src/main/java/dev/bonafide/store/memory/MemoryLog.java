package dev.bonafide.store.memory;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.store.AppendResult;
import dev.bonafide.store.AppendResult.Acknowledged;
import dev.bonafide.store.AppendResult.Occupied;
import dev.bonafide.store.Batch;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Commits by position, and by stream and sequence number. */
final class MemoryLog implements CommitLog {
    private static final int PAGE_BYTES_MAX = 4 << 20;

    private final NavigableMap<Long, Commit> commits = new TreeMap<>();
    private final Map<StreamId, NavigableMap<Long, Commit>> streams = new HashMap<>();

    @Override
    public synchronized Optional<Commit> last() {
        return Optional.ofNullable(commits.lastEntry()).map(Map.Entry::getValue);
    }

    @Override
    public synchronized boolean vacant(long position) {
        return position > head();
    }

    @Override
    public synchronized AppendResult append(List<Commit> batch) {
        Batch.check(batch, head() + 1);
        for (int i = 0; i < batch.size(); i++) {
            if (occupied(batch.get(i))) {
                return new Occupied(i);
            }
            add(batch.get(i));
        }
        return new Acknowledged();
    }

    @Override
    public synchronized List<Commit> read(long after, int limit) {
        List<Commit> page = new ArrayList<>();
        long bytes = 0;
        for (Commit commit : commits.tailMap(after, false).values()) {
            if (page.size() == limit || bytes > PAGE_BYTES_MAX) {
                break;
            }
            page.add(commit);
            bytes += commit.body().length;
        }
        return page;
    }

    @Override
    public synchronized Optional<Commit> at(long position) {
        return Optional.ofNullable(commits.floorEntry(position))
                .map(Map.Entry::getValue)
                .filter(commit -> position <= commit.last());
    }

    @Override
    public synchronized List<Commit> stream(
            StreamId stream, long fromSequence, long notBehind, int limit) {
        if (notBehind > head()) {
            throw new Unavailable("the log ends at " + head() + ", before " + notBehind);
        }
        NavigableMap<Long, Commit> events = streams.getOrDefault(stream, new TreeMap<>());
        Collection<Commit> found = events.tailMap(fromSequence, true).values();
        return found.stream().distinct().limit(limit).toList();
    }

    @Override
    public void close() {}

    private long head() {
        return commits.isEmpty() ? 0 : commits.lastEntry().getValue().last();
    }

    private boolean occupied(Commit commit) {
        return commit.position() <= head()
                || commit.keys().stream().anyMatch(key -> taken(key.stream(), key.sequence()));
    }

    private boolean taken(StreamId stream, long sequence) {
        return streams.getOrDefault(stream, new TreeMap<>()).containsKey(sequence);
    }

    private void add(Commit commit) {
        commits.put(commit.position(), commit);
        for (Commit.Key key : commit.keys()) {
            streams.computeIfAbsent(key.stream(), _ -> new TreeMap<>()).put(key.sequence(), commit);
        }
    }
}
