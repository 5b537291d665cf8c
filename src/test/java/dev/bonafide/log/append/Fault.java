package dev.bonafide.log.append;

/**
 * A rule of log.md section 2 that is taken out, to see that the checker misses it. The table of
 * rules, faults and tests is in docs/log-rules.md.
 */
enum Fault {
    NONE,

    /** Commits go out whatever became of what they read. */
    READS_UNCHECKED,

    /** A load is older than the position it is said to be of. */
    LOADS_BEHIND,

    /** A load shows what a majority does not have. */
    LOADS_BELOW_MAJORITY,

    /** A read from before all that the node remembers counts as unmoved. */
    OLD_READS_PASS,

    /** An event does not follow what was read of its stream. */
    SEQUENCE_SKIPPED,

    /** The next commit follows one that a majority does not have, and that is taken back. */
    HEAD_MERELY_SEEN,

    /** Stored on the primary is said to be acknowledged. */
    WRITE_CONCERN_LEFT_OUT,

    /** What lost its position is numbered anew without being judged again. */
    NUMBERED_ANEW_UNJUDGED,

    /** A new position makes a new body. */
    BODY_MADE_ANEW,

    /** Commits of one batch do not see each other. */
    NEIGHBOURS_UNSEEN,

    /** A batch goes as single commands, each whether or not the one before arrived. */
    SENT_SINGLY,

    /** The second half of a batch goes before anything is known of the first. */
    TWO_IN_FLIGHT,

    /** What stands before any error is acknowledged, though a majority does not have it. */
    STOPPED_BATCH_TRUSTED,

    /** A batch of which nothing is known is numbered anew. */
    UNKNOWN_MEANS_LOST,

    /** A duplicate alone has the batch numbered anew. */
    DUPLICATE_SETTLES,

    /** The batch is settled by an occupant that a majority does not have. */
    OCCUPANT_BELOW_MAJORITY,

    /** What our node sent is taken for what this process sent. */
    OURS_BY_NODE,

    /** Past its deadline a commit that was sent is said to be not done. */
    SENT_MEANS_NOT_DONE,

    /** A reader leaves one commit out. */
    COMMIT_PASSED_OVER,

    /** A reader takes a later commit first. */
    COMMITS_OUT_OF_ORDER
}
