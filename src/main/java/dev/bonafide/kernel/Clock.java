package dev.bonafide.kernel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The only source of wall-clock time. Whole microseconds, because that is what the log stores. */
@FunctionalInterface
public interface Clock {
    Instant now();

    /** The machine's clock in UTC. */
    static Clock system() {
        return () -> Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
