package dev.bonafide.log;

/** The gateway for commands. */
public interface Commands {
    /**
     * Runs the command's handler in one unit of work, appends its events as one commit, and waits
     * until this node's tail has applied it, so that a fold read afterwards sees it.
     *
     * @throws dev.bonafide.kernel.Refused if a rule forbids it; nothing is stored
     * @throws dev.bonafide.kernel.Unavailable if it can't be done now, or if its outcome is unknown
     *     at its deadline (the message says which)
     */
    <A> Done<A> send(Command<A> command, Meta meta);

    /**
     * Answer and the log position that this node had applied when it was given; at least that of
     * the commit.
     */
    record Done<A>(A answer, long position) {}
}
