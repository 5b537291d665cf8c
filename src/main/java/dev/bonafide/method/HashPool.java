package dev.bonafide.method;

import dev.bonafide.kernel.Overloaded;
import dev.bonafide.kernel.Unavailable;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where passwords and codes are hashed: as many threads as cores, a queue with an end, and then a
 * refusal. Each hash takes its memory (19 MiB and more) for as long as it runs, so that a pool
 * without a bound is a way to take the server down by logging in (CWE-400).
 *
 * <p>One for the whole process, because the cores and the memory are.
 */
public final class HashPool implements AutoCloseable {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ThreadPoolExecutor executor;

    /**
     * @param threads how many hashes run at once; as many as cores
     * @param queue how many wait before further ones are refused
     */
    public HashPool(int threads, int queue) {
        executor =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(queue),
                        Thread.ofPlatform().daemon().name("hash-", 0).factory());
    }

    /**
     * Runs the work on the pool and waits for it. What the work throws is thrown here. Called from
     * virtual threads, which wait without holding a thread.
     *
     * @throws Overloaded at once, if the queue is full
     * @throws Unavailable if the waiting thread was interrupted
     */
    public <T> T run(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            throw new Overloaded(RETRY_AFTER);
        }
        return await(task);
    }

    /** How many wait now. */
    public int queued() {
        return executor.getQueue().size();
    }

    /** What was accepted is still done; nothing more is accepted. */
    @Override
    public void close() {
        executor.shutdown();
    }

    private <T> T await(FutureTask<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            // Nobody waits for it any more, so its place in the queue is somebody else's.
            executor.remove(task);
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting for a hash", e);
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        }
    }

    private static RuntimeException thrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException usual ? usual : new IllegalStateException(cause);
    }
}
