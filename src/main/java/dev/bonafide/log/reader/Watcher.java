package dev.bonafide.log.reader;

import dev.bonafide.log.Onward.Watch;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of one who follows the log. */
final class Watcher implements Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);
    private static final Duration STOP_MAX = Duration.ofSeconds(10);

    private final String name;
    private final long sleepMillis;
    private final Runnable round;
    private final Signal signal = new Signal();
    private final Thread thread;
    private volatile boolean stopping;

    Watcher(String name, Duration sleepMost, Runnable round) {
        this.name = name;
        this.sleepMillis = sleepMost.toMillis();
        this.round = round;
        this.thread = Thread.ofPlatform().daemon().name("watch-" + name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Raised first and looked at then: what is done before a raise is seen by the round after. */
    private void run() {
        while (!stopping) {
            try {
                round.run();
            } catch (Throwable e) { // root of the thread: whoever follows is not left alone
                LOG.error("Following the log for {} failed; it is tried again", name, e);
            }
            signal.await(sleepMillis);
        }
    }

    @Override
    public void wake() {
        signal.raise();
    }

    @Override
    public void close() {
        stopping = true;
        signal.raise();
        try {
            thread.join(STOP_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
