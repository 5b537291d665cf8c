package dev.bonafide.log.append;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.store.AppendResult;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import java.util.List;
import java.util.Optional;

/** Hands everything on; a test overrides what it wants to see or to spoil. */
public class ForwardingLog implements CommitLog {
    private final CommitLog log;

    public ForwardingLog(CommitLog log) {
        this.log = log;
    }

    @Override
    public Optional<Commit> last() {
        return log.last();
    }

    @Override
    public boolean vacant(long position) {
        return log.vacant(position);
    }

    @Override
    public AppendResult append(List<Commit> batch) {
        return log.append(batch);
    }

    @Override
    public List<Commit> read(long after, int limit) {
        return log.read(after, limit);
    }

    @Override
    public Optional<Commit> at(long position) {
        return log.at(position);
    }

    @Override
    public List<Commit> stream(StreamId stream, long fromSequence, long notBehind, int limit) {
        return log.stream(stream, fromSequence, notBehind, limit);
    }

    @Override
    public void close() {
        log.close();
    }
}
