package dev.bonafide.cli;

import dev.bonafide.config.FileConfiguration;
import dev.bonafide.config.Watch;
import org.springframework.context.SmartLifecycle;

/** The watch over the configuration's files, for as long as the server listens. */
final class Watching implements SmartLifecycle {
    private final Watch watch;
    private volatile boolean running;

    Watching(FileConfiguration configuration) {
        this.watch = new Watch(configuration);
    }

    @Override
    public void start() {
        running = true;
        watch.start();
    }

    @Override
    public void stop() {
        running = false;
        watch.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
