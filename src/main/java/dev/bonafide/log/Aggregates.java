package dev.bonafide.log;

import dev.bonafide.kernel.StreamId;
import java.util.function.Function;

/**
 * Loads aggregates inside a command handler's unit of work. Each load is noted and checked by the
 * commit, so a decision never stands on what has moved.
 *
 * <p>Loads go in the canonical order of {@link dev.bonafide.kernel.StreamKind}, then by id; another
 * order is an {@link IllegalStateException}, because locks taken in different orders deadlock.
 */
public interface Aggregates {
    /**
     * Loads the aggregate (over the initial state if its stream is empty), keeps it locked until
     * the unit of work ends, and lets {@code work} read and record. The shell stays usable inside
     * the same handler only through {@code work}: call again for a second look; the second call
     * does not load.
     */
    <A extends Root<S>, S, R> R with(
            AggregateType<A, S> type, StreamId stream, Function<A, R> work);
}
