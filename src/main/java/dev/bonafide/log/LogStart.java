package dev.bonafide.log;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Lets the log take commands before the listeners open. */
final class LogStart implements SmartLifecycle {
    private final EventLog log;
    private final List<Handler> handlers;
    private final List<Projection> projections;
    private volatile boolean running;

    LogStart(EventLog log, List<Handler> handlers, List<Projection> projections) {
        this.log = log;
        this.handlers = List.copyOf(handlers);
        this.projections = List.copyOf(projections);
    }

    @Override
    public void start() {
        log.start(handlers, projections);
        running = true;
    }

    /** The log itself is closed with its bean, after everything that uses it. */
    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the listeners, which have the last phase. */
    @Override
    public int getPhase() {
        return 0;
    }
}
