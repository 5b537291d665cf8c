package dev.bonafide.log.known;

import dev.bonafide.kernel.Deadline;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/** A position that only rises, and those who wait for it. */
public final class Positions {
    private final PriorityQueue<Waiter> waiters =
            new PriorityQueue<>(Comparator.comparingLong(Waiter::position));
    private volatile long reached;

    private record Waiter(long position, CompletableFuture<Boolean> arrival) {}

    public Positions(long start) {
        reached = start;
    }

    public long reached() {
        return reached;
    }

    /** Publishes a position and wakes those who waited for it. */
    public synchronized void advance(long position) {
        reached = Math.max(reached, position);
        while (!waiters.isEmpty() && waiters.peek().position() <= reached) {
            waiters.remove().arrival().complete(true);
        }
    }

    /** Begins again from a lower position: a view is rebuilt. */
    public synchronized void restart(long position) {
        reached = position;
    }

    /** Wakes all who wait, without having arrived. */
    public synchronized void stop() {
        while (!waiters.isEmpty()) {
            waiters.remove().arrival().complete(false);
        }
    }

    /**
     * Waits for a position.
     *
     * @return false if it was not reached by then
     */
    public boolean await(long position, Deadline deadline) {
        Waiter waiter = new Waiter(position, new CompletableFuture<>());
        synchronized (this) {
            if (reached >= position) {
                return true;
            }
            waiters.add(waiter);
        }
        try {
            return Waiting.until(deadline, waiter.arrival()).orElse(false);
        } finally {
            remove(waiter);
        }
    }

    private synchronized void remove(Waiter waiter) {
        waiters.remove(waiter);
    }
}
