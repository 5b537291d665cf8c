package dev.bonafide.log.tail;

import dev.bonafide.kernel.Deadline;
import dev.bonafide.log.known.Positions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** The position that this node has applied, and the gate between applying and reading. */
public final class Applied {
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Positions positions;

    public Applied(long start) {
        positions = new Positions(start);
    }

    public long position() {
        return positions.reached();
    }

    /** Runs while the position can't move. Short, unless what it needs is in memory. */
    <T> T still(Supplier<T> reading) {
        gate.readLock().lock();
        try {
            return reading.get();
        } finally {
            gate.readLock().unlock();
        }
    }

    /** Has something run after each commit, in the tail's thread: quick, and it never throws. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Applies one commit while nobody reads, then publishes its position. */
    void apply(long last, Runnable applying) {
        gate.writeLock().lock();
        try {
            applying.run();
            positions.advance(last);
        } finally {
            gate.writeLock().unlock();
        }
        listeners.forEach(Runnable::run);
    }

    /** Ends every wait: the node stops. */
    public void stop() {
        positions.stop();
    }

    /** False if the position was not reached by then. */
    public boolean await(long position, Deadline deadline) {
        return positions.await(position, deadline);
    }
}
