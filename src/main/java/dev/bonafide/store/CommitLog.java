package dev.bonafide.store;

import dev.bonafide.kernel.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The append-only log of commits. All methods block; all may throw {@link
 * dev.bonafide.kernel.Unavailable}.
 *
 * <p>Whatever a read returns will never be taken back: it was acknowledged by a majority (MongoDB)
 * or is on disk (SQLite).
 */
public interface CommitLog extends AutoCloseable {
    /**
     * The newest commit, empty for an empty log. May be behind what others have appended meanwhile,
     * but not behind what this node was told before: a position that it read, or that {@link
     * #vacant} said is taken.
     */
    Optional<Commit> last();

    /**
     * Whether no commit stands at this position at the moment of the call, over all nodes. With the
     * position after the newest commit that a node knows it answers whether that commit is the head
     * (log.md section 3, read index).
     */
    boolean vacant(long position);

    /**
     * Stores the batch in order. Positions are consecutive and follow the head that the caller has
     * read.
     *
     * @return what is known, never an exception for a refusal or an ambiguity
     */
    AppendResult append(List<Commit> batch);

    /**
     * Commits whose first position is greater than {@code after}, ascending, at most {@code limit}
     * and a few megabytes of bodies.
     */
    List<Commit> read(long after, int limit);

    /** The commit that holds this position. */
    Optional<Commit> at(long position);

    /**
     * Commits that hold an event of the stream with a sequence number of at least {@code
     * fromSequence}, ascending; fewer than {@code limit} only where the stream ends.
     *
     * @param notBehind the answer reflects at least the log up to this position, else {@link
     *     dev.bonafide.kernel.Unavailable}
     */
    List<Commit> stream(StreamId stream, long fromSequence, long notBehind, int limit);

    /** What the store takes the time to be; empty if it has no clock of its own. */
    default Optional<Instant> time() {
        return Optional.empty();
    }

    @Override
    void close();
}
