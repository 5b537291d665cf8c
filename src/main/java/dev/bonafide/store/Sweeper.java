package dev.bonafide.store;

import dev.bonafide.kernel.Unavailable;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Deletes expired documents every ten minutes. Housekeeping: no read depends on it. */
final class Sweeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Store store;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("sweeper").daemon().factory());
    private @Nullable ScheduledFuture<?> sweeping;
    private volatile boolean running;

    Sweeper(Store store) {
        this.store = store;
    }

    @Override
    public void start() {
        running = true;
        sweeping =
                thread.scheduleWithFixedDelay(
                        this::sweep, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
    }

    private void sweep() {
        try {
            store.sweep();
        } catch (Unavailable e) {
            LOG.warn("expired documents could not be deleted: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        running = false;
        if (sweeping != null) {
            sweeping.cancel(false);
        }
        thread.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
