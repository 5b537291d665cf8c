package dev.bonafide.log.reader;

import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.Unavailable;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rebuilds of one projection by this node, one at a time, each in a thread of its own. */
final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final String projection;
    private @Nullable Told latest;
    private @Nullable Thread thread;

    Rebuild(String projection) {
        this.projection = projection;
    }

    /** What was asked for, and what became of it. */
    private static final class Told extends FutureTask<Long> {
        private final String projection;

        Told(String projection, Callable<Long> work) {
            super(work);
            this.projection = projection;
        }

        @Override
        protected void done() {
            if (state() == State.FAILED) {
                LOG.error("Projection {} could not be rebuilt", projection, exceptionNow());
            } else {
                LOG.info("Projection {} is rebuilt", projection);
            }
        }
    }

    /** {@link Refused} {@code projection.rebuilding} while one is under way. */
    synchronized Future<Long> begin(Callable<Long> work) {
        if (latest != null && !latest.isDone()) {
            throw new Refused(
                    "projection.rebuilding", projection + " is being rebuilt at the moment");
        }
        latest = new Told(projection, work);
        thread = Thread.ofPlatform().daemon().name("rebuild-" + projection).start(latest);
        return latest;
    }

    /** {@link Unavailable} with the reason, if it did not succeed. */
    void await(Future<Long> begun) {
        try {
            begun.get();
        } catch (ExecutionException e) {
            throw new Unavailable("rebuilding " + projection + " stopped: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while " + projection + " is rebuilt", e);
        }
    }

    synchronized boolean running() {
        return latest != null && !latest.isDone();
    }

    /** Why the latest one failed; "" if it did not. */
    synchronized String failure() {
        return latest != null && latest.state() == Future.State.FAILED
                ? latest.exceptionNow().toString()
                : "";
    }

    /** Waits for it to end. */
    void join(Duration atMost) throws InterruptedException {
        Thread running = thread();
        if (running != null) {
            running.join(atMost);
        }
    }

    private synchronized @Nullable Thread thread() {
        return thread;
    }
}
