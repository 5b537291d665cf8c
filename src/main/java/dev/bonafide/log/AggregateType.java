package dev.bonafide.log;

import dev.bonafide.kernel.StreamId;
import java.util.function.BiFunction;

/**
 * An aggregate as the log needs to know it.
 *
 * @param shell the Axon class
 * @param fold its state
 * @param create makes the shell over a state that was folded before, or over the initial one
 */
public record AggregateType<A extends Root<S>, S>(
        Class<A> shell, Fold<S> fold, BiFunction<StreamId, S, A> create) {}
