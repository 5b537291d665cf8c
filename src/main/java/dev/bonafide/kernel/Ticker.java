package dev.bonafide.kernel;

/**
 * A monotonic clock: for how long something takes or stands still, never for when it was. Its
 * values mean nothing outside this process.
 */
@FunctionalInterface
public interface Ticker {
    /** Nanoseconds since some moment. */
    long nanos();

    /** The machine's. */
    static Ticker system() {
        return System::nanoTime;
    }
}
