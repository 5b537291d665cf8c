package dev.bonafide.log.append;

import dev.bonafide.store.AppendResult;
import dev.bonafide.store.AppendResult.Acknowledged;
import dev.bonafide.store.AppendResult.Occupied;
import dev.bonafide.store.AppendResult.Unknown;
import dev.bonafide.store.Commit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The store as a node sees it that has left out a rule. */
final class FaultyLog extends ForwardingLog {
    private final SimulatedStore store;
    private final Fault fault;
    private @Nullable AppendResult lastResult;
    private boolean settling;

    FaultyLog(SimulatedStore store, Fault fault) {
        super(store);
        this.store = store;
        this.fault = fault;
    }

    @Nullable AppendResult lastResult() {
        return lastResult;
    }

    /** What is read until this is taken back serves to settle a batch. */
    void settling(boolean now) {
        settling = now;
    }

    @Override
    public AppendResult append(List<Commit> batch) {
        AppendResult result = send(batch);
        lastResult = result;
        return result;
    }

    private AppendResult send(List<Commit> batch) {
        return switch (fault) {
            case SENT_SINGLY -> inParts(batch, 1);
            case TWO_IN_FLIGHT -> inParts(batch, Math.max(1, batch.size() / 2));
            case STOPPED_BATCH_TRUSTED -> trusting(store.attempt(batch));
            case WRITE_CONCERN_LEFT_OUT -> careless(batch.size(), store.attempt(batch));
            default -> super.append(batch);
        };
    }

    private AppendResult inParts(List<Commit> batch, int size) {
        boolean all = true;
        for (int from = 0; from < batch.size(); from += size) {
            List<Commit> part = batch.subList(from, Math.min(batch.size(), from + size));
            all &= super.append(part) instanceof Acknowledged;
        }
        return all ? new Acknowledged() : new Unknown(new IllegalStateException("not all"));
    }

    private static AppendResult trusting(SimulatedStore.Attempt attempt) {
        return attempt.stopped() ? new Occupied(attempt.inserted()) : attempt.result();
    }

    private static AppendResult careless(int size, SimulatedStore.Attempt attempt) {
        return attempt.answered() && attempt.inserted() == size
                ? new Acknowledged()
                : attempt.result();
    }

    @Override
    public List<Commit> read(long after, int limit) {
        return fault == (settling ? Fault.OCCUPANT_BELOW_MAJORITY : Fault.HEAD_MERELY_SEEN)
                ? store.readAnything(after, limit)
                : super.read(after, limit);
    }
}
