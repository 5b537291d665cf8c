package dev.bonafide.guard;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Meta;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Once a minute, if there were any: one event for all guesses about nobody, so that a flood of them
 * does not flood the log.
 */
final class NobodyReport implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NobodyReport.class);
    private static final int PHASE = 1;

    private final Nobody nobody;
    private final Commands commands;
    private final Clock clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("nobody-report").daemon().factory());
    private @Nullable ScheduledFuture<?> reporting;

    NobodyReport(Nobody nobody, Commands commands, Clock clock) {
        this.nobody = nobody;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Writes what has not been written yet; what can't be written now is written with the next
     * report.
     */
    void report() {
        long guesses = nobody.takeUnreported();
        if (guesses == 0) {
            return;
        }
        try {
            commands.send(new ReportGuesses(guesses, clock.now()), Meta.system());
        } catch (Unavailable e) {
            nobody.giveBack(guesses);
            LOG.warn(
                    "{} guesses about nobody could not be written down yet: {}",
                    guesses,
                    e.getMessage());
        }
    }

    @Override
    public synchronized void start() {
        reporting = thread.scheduleWithFixedDelay(this::report, 1, 1, TimeUnit.MINUTES);
    }

    @Override
    public synchronized void stop() {
        if (reporting != null) {
            reporting.cancel(false);
            reporting = null;
        }
        thread.shutdown();
    }

    @Override
    public synchronized boolean isRunning() {
        return reporting != null;
    }

    /** After the log takes commands. */
    @Override
    public int getPhase() {
        return PHASE;
    }
}
