package dev.bonafide.log.axon;

import dev.bonafide.kernel.Deadline;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Unavailable;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The pause before another try: random, so that those who collided do not meet again; doubling, up
 * to a bound.
 */
public final class Backoff {
    private static final long MILLIS_MAX = 100;

    private final Entropy entropy;

    public Backoff(Entropy entropy) {
        this.entropy = entropy;
    }

    /**
     * Pauses before all tries but the first two.
     *
     * @throws Unavailable if the deadline has passed
     */
    void before(int tries, Deadline deadline) {
        if (tries > 0 && deadline.passed()) {
            throw new Unavailable("not done: what the command reads keeps moving");
        }
        if (tries > 1) {
            LockSupport.parkNanos(Math.min(nanos(tries), deadline.leftNanos()));
        }
    }

    private long nanos(int tries) {
        long most = TimeUnit.MILLISECONDS.toNanos(Math.min(1L << Math.min(tries, 10), MILLIS_MAX));
        return Math.floorMod(ByteBuffer.wrap(entropy.bytes(8)).getLong(), most);
    }
}
