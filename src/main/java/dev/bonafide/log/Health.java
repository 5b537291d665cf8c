package dev.bonafide.log;

import java.util.Optional;

/**
 * State of this node's log. Projections have their own, in {@link Projections#status()}.
 *
 * @param problem "" if it is ready
 */
public record Health(boolean ready, String problem) {
    private static final int TRIES_MAX = 5;

    static Health of(Optional<String> fault, boolean tailAlive, int tries, String clocks) {
        if (fault.isPresent()) {
            return new Health(false, "the log is broken: " + fault.get());
        }
        if (!tailAlive) {
            return new Health(false, "the log is not applied any more");
        }
        if (!clocks.isEmpty()) {
            return new Health(false, clocks);
        }
        return tries > TRIES_MAX
                ? new Health(false, "the store does not say what became of appends")
                : new Health(true, "");
    }
}
