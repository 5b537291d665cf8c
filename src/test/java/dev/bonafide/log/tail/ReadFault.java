package dev.bonafide.log.tail;

/** A rule of log.md section 3 that is taken out; see docs/log-rules.md. */
enum ReadFault {
    NONE,

    /** The fold is registered when its load is done: what the tail brings meanwhile is missing. */
    FOLD_REGISTERED_AFTER_ITS_LOAD,

    /** A load is older than the position that the fold begins at. */
    LOAD_BEHIND,

    /** A strong read joins a round that was sent already. */
    ROUND_JOINED,

    /** The question for the head is answered by a member that may be behind. */
    HEAD_ASKED_WEAKLY,

    /** A strong read is answered from what the node knows. */
    HEAD_NOT_ASKED,

    /** The answer is given before the tail has come to the head. */
    TAIL_NOT_AWAITED
}
