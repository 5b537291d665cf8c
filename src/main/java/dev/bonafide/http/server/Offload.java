package dev.bonafide.http.server;

import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route.Endpoint;
import dev.bonafide.http.Route.Immediate;
import dev.bonafide.http.server.HttpSettings.Calls;
import dev.bonafide.kernel.Unavailable;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Runs endpoints on virtual threads: below this line everything is ordinary blocking Java. Bounded,
 * because virtual threads are not: each call holds a body and a place in every queue below.
 */
final class Offload {
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("call-", 0).factory());
    private final AtomicInteger admitted = new AtomicInteger();
    private final Semaphore running;
    private final Calls bounds;

    Offload(Calls bounds) {
        this.bounds = bounds;
        this.running = new Semaphore(bounds.running(), true);
    }

    /**
     * The endpoint's answer, or what it threw; a {@link Problem} (429) when too many calls are in
     * progress. A client that goes away does not stop its call: what it began may be in the log.
     */
    Mono<Reply> run(Endpoint endpoint, Supplier<Reply> work) {
        return Mono.create(sink -> {
            if (endpoint instanceof Immediate) {
                start(sink, work);
            } else if (admitted.incrementAndGet() > bounds.running() + bounds.waiting()) {
                admitted.decrementAndGet();
                sink.error(busy());
            } else {
                start(sink, () -> inTurn(work));
            }
        });
    }

    /** Waits for the calls in progress, and interrupts those that take longer than this. */
    void close(Duration patience) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void start(MonoSink<Reply> sink, Supplier<Reply> work) {
        try {
            threads.execute(() -> settle(sink, work));
        } catch (RejectedExecutionException e) {
            sink.error(new Unavailable("the server is stopping", e));
        }
    }

    @SuppressWarnings("CatchingUnchecked") // the root of a thread: nothing above would see it
    private static void settle(MonoSink<Reply> sink, Supplier<Reply> work) {
        Reply reply;
        try {
            reply = Objects.requireNonNull(work.get(), "an endpoint answered nothing");
        } catch (Throwable e) {
            sink.error(e);
            return;
        }
        sink.success(reply);
    }

    private Reply inTurn(Supplier<Reply> work) {
        try {
            if (!running.tryAcquire(bounds.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
            try {
                return work.get();
            } finally {
                running.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            admitted.decrementAndGet();
        }
    }

    private static Problem busy() {
        return Problem.of(429, "").header("Retry-After", "1");
    }
}
