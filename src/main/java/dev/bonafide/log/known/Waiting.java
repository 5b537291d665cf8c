package dev.bonafide.log.known;

import dev.bonafide.kernel.Deadline;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for what another thread brings about. */
public final class Waiting {
    private Waiting() {}

    /**
     * Waits for a result; empty past the deadline, and if this thread is interrupted, which stays
     * marked. What the other thread threw is thrown here.
     */
    public static <T> Optional<T> until(Deadline deadline, CompletableFuture<T> future) {
        try {
            return Optional.of(future.get(deadline.leftNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        }
    }
}
