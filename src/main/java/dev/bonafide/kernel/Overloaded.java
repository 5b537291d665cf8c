package dev.bonafide.kernel;

import java.time.Duration;

/**
 * More is asked than the machine can do now: 429 on the wire with {@code Retry-After}. Nothing was
 * begun and nothing is stored. Stackless, because it is thrown most when there is least to spare.
 */
public final class Overloaded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * @param retryAfter when another try is worth while; more than nothing
     */
    public Overloaded(Duration retryAfter) {
        super("overloaded, try again in " + retryAfter.toMillis() + " ms", null, false, false);
        if (!retryAfter.isPositive()) {
            throw new IllegalArgumentException("retryAfter is more than nothing");
        }
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
