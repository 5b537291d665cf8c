package dev.bonafide.log;

import java.time.Duration;
import java.util.List;

/**
 * The log from any place on, in order, as far as this node has applied it: what is behind and what
 * comes next are read in one way, so that there is no seam between them.
 */
public interface Onward {
    /** The position that this node has applied; nothing beyond it is read. */
    long position();

    /**
     * The events that follow a position, also where that lies within a commit.
     *
     * @param after a position of this log, 0 for its beginning
     * @param commits most commits to read; the rest of one counts
     * @return empty where nothing follows yet
     * @throws dev.bonafide.kernel.Unavailable if the store does not answer
     * @throws dev.bonafide.log.event.Undecodable if this release cannot read the very next event
     */
    List<Recorded> after(long after, int commits);

    /**
     * Has something run in a thread of its own, again and again: when more was applied, when it is
     * woken, and once it has slept for that long. What it throws is logged, and it goes on.
     */
    Watch watch(String name, Duration sleepMost, Runnable round);

    /** A thread that follows the log. */
    interface Watch extends AutoCloseable {
        /** Has another round begin, which sees all that was done before this call. */
        void wake();

        /** Returns when the last round has ended. */
        @Override
        void close();
    }
}
