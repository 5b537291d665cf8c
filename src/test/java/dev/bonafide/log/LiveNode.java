package dev.bonafide.log;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.example.Example;
import dev.bonafide.log.example.ExampleHandler;
import dev.bonafide.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A node, its threads and all, that can be killed and begins anew. */
final class LiveNode implements AutoCloseable {
    private static final EventLog.Settings SETTINGS =
            new EventLog.Settings(
                    Duration.ofSeconds(30), Duration.ofMillis(20), 1_000, Duration.ofDays(1));

    private final int number;
    private final Place place;
    private Cable cable;
    private EventLog log;

    /** Where it stands: its store, how far away, its time, and what its view saw. */
    record Place(Store store, long wayNanos, Clock clock, Set<Long> seen) {}

    LiveNode(int number, Place place) {
        this.number = number;
        this.place = place;
        this.cable = new Cable(place.wayNanos());
        this.log = start();
    }

    int number() {
        return number;
    }

    /** Waits while it begins anew. */
    synchronized EventLog log() {
        return log;
    }

    /** What was under way may still arrive, and nobody hears of it. */
    synchronized void kill() {
        cable.cut();
        log.close();
        cable = new Cable(place.wayNanos());
        log = start();
    }

    private EventLog start() {
        Optional<EventLog> started = open();
        while (started.isEmpty()) {
            started = open();
        }
        return started.get();
    }

    private Optional<EventLog> open() {
        try {
            EventLog opened =
                    EventLog.open(
                            cable.through(place.store()),
                            Example.node(place.clock()),
                            Example.model(),
                            SETTINGS);
            opened.start(
                    List.of(new ExampleHandler(opened.aggregates())),
                    List.of(new InOrder(place.seen())));
            return Optional.of(opened);
        } catch (Unavailable e) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void close() {
        log.close();
    }
}
