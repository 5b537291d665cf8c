package dev.bonafide.log.append;

import dev.bonafide.kernel.Unavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Commits that wait for the next batch; bounded, so that overload is refused and not piled up. */
final class CommitQueue {
    private static final int COMMITS_MAX = 5_000;
    private static final long BYTES_MAX = 64L << 20;

    private final ArrayDeque<Pending> waiting = new ArrayDeque<>();
    private long bytes;
    private boolean closed;

    /** {@link Unavailable} if it is full or closed. */
    synchronized void add(Pending pending) {
        if (full(pending)) {
            dropAbandoned();
        }
        if (closed || full(pending)) {
            throw new Unavailable("not done: too many commits are waiting, or the node stops");
        }
        waiting.add(pending);
        bytes += pending.bytes();
        notifyAll();
    }

    private void dropAbandoned() {
        waiting.removeIf(Pending::abandoned);
        bytes = waiting.stream().mapToLong(Pending::bytes).sum();
    }

    private boolean full(Pending next) {
        return waiting.size() >= COMMITS_MAX || bytes + next.bytes() > BYTES_MAX;
    }

    /** Puts commits before all that wait, in their order. */
    synchronized void putBack(List<Pending> pending) {
        pending.reversed().forEach(waiting::addFirst);
        bytes += pending.stream().mapToLong(Pending::bytes).sum();
    }

    /** Waits for commits and takes what fits in a batch; empty only once this is closed. */
    synchronized List<Pending> take() {
        awaitSome();
        List<Pending> batch = new ArrayList<>();
        long size = 0;
        while (!closed && fits(batch.size(), size)) {
            size += waiting.getFirst().bytes();
            batch.add(waiting.removeFirst());
        }
        bytes -= size;
        return batch;
    }

    synchronized int size() {
        return waiting.size();
    }

    private boolean fits(int count, long size) {
        return !waiting.isEmpty()
                && count < WriteLine.BATCH_COMMITS_MAX
                && size + waiting.getFirst().bytes() <= WriteLine.BATCH_BYTES_MAX;
    }

    private synchronized void awaitSome() {
        try {
            while (waiting.isEmpty() && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    /** Ends every wait; what still waited is stopped. */
    synchronized void close() {
        closed = true;
        waiting.forEach(Pending::stop);
        waiting.clear();
        notifyAll();
    }
}
