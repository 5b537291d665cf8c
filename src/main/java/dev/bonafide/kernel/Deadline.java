package dev.bonafide.kernel;

import java.time.Duration;

/**
 * A moment on the monotonic clock by which something must be done. Waiting never looks at a wall
 * clock, which jumps; nothing stored comes from here.
 */
public final class Deadline {
    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    /** The moment that far ahead of now. */
    public static Deadline after(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    public boolean passed() {
        return leftNanos() == 0;
    }

    /** Nanoseconds that are left, never negative. */
    public long leftNanos() {
        return Math.max(0, nanos - System.nanoTime());
    }
}
