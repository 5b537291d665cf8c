package dev.bonafide.kernel;

import java.util.List;

/**
 * What a pure decision returns: the facts to record, in order, and the answer to give. No facts and
 * an answer is a remembered nothing; a broken rule is a {@link Refused} instead.
 */
public record Decided<E, A>(List<E> events, A answer) {
    public Decided {
        events = List.copyOf(events);
    }

    public static <E, A> Decided<E, A> nothing(A answer) {
        return new Decided<>(List.of(), answer);
    }
}
