package dev.bonafide.log.reader;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one thread that waits; kept for it if it does not wait yet. */
final class Signal {
    private final Semaphore raised = new Semaphore(0);

    void raise() {
        raised.release();
    }

    /** Waits until it is raised, at most so long. */
    void await(long millis) {
        try {
            if (raised.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                raised.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
