package dev.bonafide.log;

import dev.bonafide.store.CollectionShape;
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

    /** What the view of that shape shows, wherever it was built. */
    Shown shown(CollectionShape view);

    /**
     * Builds the projection anew from the whole log; answers when it has reached the head as of
     * this call. A {@link View} is built beside the one that is read; anything else is emptied and
     * filled in place.
     *
     * @throws IllegalArgumentException if there is none of that name, or it has no past
     * @throws dev.bonafide.kernel.Refused {@code projection.rebuilding} while one is under way here
     * @throws dev.bonafide.kernel.Unavailable if it did not succeed
     */
    void rebuild(String projection);

    /** Begins that, and answers at once; {@link Status} tells what becomes of it. */
    void beginRebuild(String projection);

    /** Has a stopped projection try again now, not after its pause. */
    void resume(String projection);

    /**
     * How a projection is, as this node knows.
     *
     * @param position applied
     * @param failure where and why it stopped; "" while it runs, or another node drives it
     * @param here whether this node drives it
     * @param rebuilding whether this node builds it anew
     * @param rebuildFailure why this node's last rebuild did not succeed; "" if it did
     */
    record Status(
            long position,
            String failure,
            boolean here,
            boolean rebuilding,
            String rebuildFailure) {
        /** One that this node drives, and that nobody rebuilt. */
        public Status(long position, String failure) {
            this(position, failure, true, false, "");
        }
    }
}
