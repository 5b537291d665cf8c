package dev.bonafide.store.sqlite;

import dev.bonafide.kernel.Unavailable;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Work that waits for the writer, and its caller for it. */
final class Job<T> {
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private final Writing.Work<T> work;
    private final boolean overwrites;
    private @Nullable T result;

    Job(Writing.Work<T> work, boolean overwrites) {
        this.work = work;
        this.overwrites = overwrites;
    }

    /** Whether its caller waits until the old bytes are gone. */
    boolean overwrites() {
        return overwrites;
    }

    void run(Link link) throws SQLException {
        result = work.on(link);
    }

    void done() {
        outcome.complete(result);
    }

    void fail(RuntimeException failure) {
        outcome.completeExceptionally(failure);
    }

    T await() {
        try {
            return outcome.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("perhaps not written: interrupted", e);
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        return e.getCause() instanceof RuntimeException failure
                ? failure
                : new IllegalStateException(e.getCause());
    }
}
