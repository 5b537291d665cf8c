package dev.bonafide.log.append;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.Ticker;
import dev.bonafide.log.Observer;
import dev.bonafide.log.Observer.Answer;
import dev.bonafide.store.AppendResult;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store's log, with somebody who is told how its appends go. */
public final class ObservedLog implements CommitLog {
    private final CommitLog log;
    private final Observer observer;
    private final Ticker ticker;

    public ObservedLog(CommitLog log, Observer observer, Ticker ticker) {
        this.log = log;
        this.observer = observer;
        this.ticker = ticker;
    }

    @Override
    public AppendResult append(List<Commit> batch) {
        long began = ticker.nanos();
        AppendResult result = log.append(batch);
        observer.sent(batch.size(), ticker.nanos() - began, answer(result));
        return result;
    }

    private static Answer answer(AppendResult result) {
        return switch (result) {
            case AppendResult.Acknowledged() -> Answer.STORED;
            case AppendResult.Occupied(int _) -> Answer.OCCUPIED;
            case AppendResult.Unknown(Throwable _) -> Answer.UNKNOWN;
        };
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
    public Optional<Instant> time() {
        return log.time();
    }

    @Override
    public void close() {
        log.close();
    }
}
