package dev.bonafide.log;

import dev.bonafide.kernel.StreamId;
import java.util.Optional;
import java.util.Set;

/**
 * An intention, in the words of the domain. Carries everything that is not deterministic: {@code
 * now}, new ids, hashes.
 *
 * @param <A> what its handler answers
 */
public interface Command<A> {
    /**
     * The answer to give instead of another try when a stream that the decision read has moved
     * before the commit. Empty = load anew and decide again, which is right for everything but
     * guesses: of many parallel guesses only one may count.
     */
    default Optional<A> answerIfMoved(Set<StreamId> moved) {
        return Optional.empty();
    }
}
