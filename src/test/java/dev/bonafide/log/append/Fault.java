package dev.bonafide.log.append;

/** A rule of log.md section 2 that is taken out, to see that the checker misses it. */
enum Fault {
    NONE,

    /** Commits go out whatever became of what they read. */
    READS_UNCHECKED,

    /** A load is older than the position it is said to be of. */
    LOADS_BEHIND,

    /** The next commit follows one that a majority does not have. */
    HEAD_MERELY_SEEN,

    /** A batch goes as single commands, each whether or not the one before arrived. */
    SENT_SINGLY
}
