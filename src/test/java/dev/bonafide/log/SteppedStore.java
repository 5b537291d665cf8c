package dev.bonafide.log;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.log.append.ForwardingLog;
import dev.bonafide.log.append.SimulatedStore;
import dev.bonafide.store.AppendResult;
import dev.bonafide.store.Commit;
import java.util.List;
import java.util.Optional;

/** The simulated store for threads: one thing at a time, and now and then something by itself. */
final class SteppedStore extends ForwardingLog {
    private final SimulatedStore store;

    SteppedStore(SimulatedStore store) {
        super(store);
        this.store = store;
    }

    @Override
    public synchronized AppendResult append(List<Commit> batch) {
        store.tick();
        return super.append(batch);
    }

    @Override
    public synchronized List<Commit> read(long after, int limit) {
        store.tick();
        return super.read(after, limit);
    }

    @Override
    public synchronized Optional<Commit> last() {
        return super.last();
    }

    @Override
    public synchronized Optional<Commit> at(long position) {
        return super.at(position);
    }

    @Override
    public synchronized boolean vacant(long position) {
        return super.vacant(position);
    }

    @Override
    public synchronized List<Commit> stream(StreamId s, long from, long notBehind, int limit) {
        return super.stream(s, from, notBehind, limit);
    }

    synchronized void heal() {
        store.heal();
    }
}
