package dev.bonafide.log;

import dev.bonafide.kernel.StreamId;
import java.util.function.Function;

/**
 * Reads the state of short streams from memory, loading it where it is not there. Never from a
 * projection.
 */
public interface Folds {
    /**
     * Makes sure that what is read next is not older than any write acknowledged anywhere before
     * this call (log.md section 3).
     *
     * @return the position that the node has applied
     * @throws dev.bonafide.kernel.Unavailable past the deadline; never an older answer
     */
    long strong();

    /** State as of the node's applied position. */
    <S> Folded<S> read(Fold<S> fold, StreamId stream);

    /**
     * Runs a pure reader of several folds, again if the tail moved under it, so that all it saw is
     * of one position.
     */
    <T> T consistent(Function<Folds, T> reader);
}
