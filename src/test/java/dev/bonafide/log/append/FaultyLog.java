package dev.bonafide.log.append;

import dev.bonafide.store.AppendResult;
import dev.bonafide.store.AppendResult.Acknowledged;
import dev.bonafide.store.AppendResult.Unknown;
import dev.bonafide.store.Commit;
import java.util.List;

/** The store as a node sees it that has left out a rule. */
final class FaultyLog extends ForwardingLog {
    private final SimulatedStore store;
    private final Fault fault;

    FaultyLog(SimulatedStore store, Fault fault) {
        super(store);
        this.store = store;
        this.fault = fault;
    }

    @Override
    public AppendResult append(List<Commit> batch) {
        return switch (fault) {
            case SENT_SINGLY -> singly(batch);
            case NONE, READS_UNCHECKED, LOADS_BEHIND, HEAD_MERELY_SEEN -> super.append(batch);
        };
    }

    private AppendResult singly(List<Commit> batch) {
        boolean all = true;
        for (Commit commit : batch) {
            all &= super.append(List.of(commit)) instanceof Acknowledged;
        }
        return all ? new Acknowledged() : new Unknown(new IllegalStateException("not all"));
    }

    @Override
    public List<Commit> read(long after, int limit) {
        return fault == Fault.HEAD_MERELY_SEEN
                ? store.readAnything(after, limit)
                : super.read(after, limit);
    }
}
