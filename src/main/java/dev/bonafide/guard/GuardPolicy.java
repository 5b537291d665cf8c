package dev.bonafide.guard;

import java.time.Duration;

/**
 * How one method is guarded. A setting of today; what it led to is in the events.
 *
 * @param free consecutive failures without a wait
 * @param first wait after the first failure that is not free; it doubles from there
 * @param waitMax longest wait up to {@code cap} failures
 * @param cap consecutive failures beyond which an alert is raised and the longer wait holds
 * @param waitBeyond longest wait beyond {@code cap}
 * @param hardCap whether {@code cap} failures disable the method until it is bound anew or an
 *     administrator resets the guard (NIST SP 800-63B 3.2.2)
 */
public record GuardPolicy(
        int free, Duration first, Duration waitMax, int cap, Duration waitBeyond, boolean hardCap) {
    /**
     * First factors: 5 free, then 1 s doubling to 30 s, beyond 100 to 15 min; never disabled, so
     * that strangers can't shut the owner out.
     */
    public static final GuardPolicy FIRST_FACTOR =
            new GuardPolicy(
                    5,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(30),
                    100,
                    Duration.ofMinutes(15),
                    false);

    /**
     * Second factors, which can only be guessed after a first: waits to 15 min, disabled at 100.
     */
    public static final GuardPolicy SECOND_FACTOR =
            new GuardPolicy(
                    5,
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(15),
                    100,
                    Duration.ofMinutes(15),
                    true);

    public GuardPolicy {
        if (free < 0
                || cap <= free
                || cap > 100
                || first.isNegative()
                || waitMax.isNegative()
                || waitBeyond.isNegative()) {
            throw new IllegalArgumentException(
                    "a guard has free >= 0, free < cap <= 100 and waits that are not negative");
        }
    }

    public GuardPolicy withHardCap(boolean disables) {
        return new GuardPolicy(free, first, waitMax, cap, waitBeyond, disables);
    }

    /** The wait after so many consecutive failures. */
    public Duration waitAfter(int failures) {
        if (failures <= free) {
            return Duration.ZERO;
        }
        Duration most = failures > cap ? waitBeyond : waitMax;
        int doublings = failures - free - 1;
        if (doublings >= 32) {
            return most;
        }
        Duration wait = first.multipliedBy(1L << doublings);
        return wait.compareTo(most) > 0 ? most : wait;
    }
}
