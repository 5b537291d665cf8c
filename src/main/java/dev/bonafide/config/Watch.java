package dev.bonafide.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the files of the configuration, and those that it points to, once a second, and has them
 * read again when they have changed. It looks instead of being told, because that works on every
 * file system (a mounted ConfigMap, a network share) and costs a few system calls.
 *
 * <p>A file is read when it looked the same twice, so hardly ever half written; one that was is
 * refused, and read again when it is whole.
 */
public final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final FileConfiguration configuration;
    private final Consumer<Reload> told;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("configuration").daemon().factory());
    private @Nullable Map<Path, Print> unsettled;

    public Watch(FileConfiguration configuration) {
        this(configuration, reload -> {});
    }

    /** With somebody who is told what each reading came to. */
    Watch(FileConfiguration configuration, Consumer<Reload> told) {
        this.configuration = configuration;
        this.told = told;
    }

    /** Begins to look; without files there is nothing to look at. */
    public void start() {
        start(PAUSE);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // ends with the thread, never by itself
    void start(Duration pause) {
        thread.scheduleWithFixedDelay(
                this::lookOnce, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The root of a thread: a fault must not end the watch, whose end nobody would see. */
    private void lookOnce() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("the configuration could not be read again; the one before holds", e);
        }
    }

    /** One look. */
    public synchronized void look() {
        Prints latest = configuration.editions().latest();
        Map<Path, Print> now = latest.now();
        if (now.equals(latest.noted())) {
            unsettled = null;
        } else if (now.equals(unsettled)) {
            unsettled = null;
            Reload reload = configuration.reload();
            say(reload);
            told.accept(reload);
        } else {
            unsettled = now;
        }
    }

    private static void say(Reload reload) {
        switch (reload) {
            case Reload.Unchanged() -> LOG.info("the configuration was written anew, unchanged");
            case Reload.Applied(var keys, var warnings) -> {
                LOG.info("the configuration has changed: {}", String.join(", ", keys));
                warnings.forEach(LOG::warn);
            }
            case Reload.Kept(var problems) -> {
                LOG.error("the changed configuration is refused; the one before holds");
                problems.forEach(LOG::error);
            }
        }
    }

    /** Lets a reading that is under way come to its end. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
