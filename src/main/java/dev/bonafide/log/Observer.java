package dev.bonafide.log;

/**
 * Told what the log does, for whoever measures it. Called by the threads that do it: every method
 * is quick and never throws.
 */
public interface Observer {
    /** What the store said to a batch. */
    enum Answer {
        STORED,
        /** Another node was there first: what is not stored is numbered anew. */
        OCCUPIED,
        UNKNOWN
    }

    /** A batch of so many commits was sent to the store, which answered after so long. */
    void sent(int commits, long nanos, Answer answer);

    /** A commit is stored, so long after it was handed over. */
    void appended(long nanos);

    /** Something that a decision stood on has moved: nothing was stored, it is decided again. */
    void moved();

    /** A command was not done; {@code reason} is the code of a rule, or says what else. */
    void refused(String reason);
}
