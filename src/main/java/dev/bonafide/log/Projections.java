package dev.bonafide.log;

import java.time.Duration;
import java.util.Map;

/** State of the projections of this node. */
public interface Projections {
    /**
     * Waits until the projection has applied the position.
     *
     * @return false if it did not within the time, or has stopped
     */
    boolean await(String projection, long position, Duration atMost);

    /** Per projection: its position and, if it has stopped, why. */
    Map<String, Status> status();

    /**
     * Empties the projection and replays the log into it; answers when it has reached the head as
     * of this call.
     */
    void rebuild(String projection);

    /** Has a stopped projection try again now, not after its pause. */
    void resume(String projection);

    /** Position applied; {@code failure} is "" while it runs. */
    record Status(long position, String failure) {}
}
