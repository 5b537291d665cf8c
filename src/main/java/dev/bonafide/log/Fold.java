package dev.bonafide.log;

import dev.bonafide.kernel.StreamKind;
import java.util.function.BiFunction;

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

    /** A fold of these parts. */
    static <S> Fold<S> of(StreamKind kind, S initial, BiFunction<S, Object, S> evolve) {
        return new Fold<>() {
            @Override
            public StreamKind kind() {
                return kind;
            }

            @Override
            public S initial() {
                return initial;
            }

            @Override
            public S evolve(S state, Object event) {
                return evolve.apply(state, event);
            }
        };
    }
}
