package dev.bonafide.log;

import dev.bonafide.kernel.StreamKind;

/**
 * How the events of one kind of stream make a state. Pure and total: never refuses, never logs,
 * never reads a clock.
 *
 * @param <S> an immutable state
 */
public interface Fold<S> {
    StreamKind kind();

    /** State of a stream without events. */
    S initial();

    S evolve(S state, Object event);
}
