package dev.bonafide.store;

/**
 * One opened store: the three ports, opened and closed together by whoever assembles the server.
 */
public interface Store extends LogStore {
    Documents documents();

    /**
     * Whether other processes may write to it while this one does: then nodes take turns, and agree
     * on who drives a projection.
     */
    default boolean shared() {
        return false;
    }

    /**
     * Deletes documents that have expired or were cleared, in steps small enough not to hold up
     * other writers. Housekeeping: no read depends on it. To be called now and then.
     *
     * @return how many were deleted
     */
    long sweep();
}
