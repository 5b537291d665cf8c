package dev.bonafide.method;

import java.net.URI;

/** Whether somebody leaves for elsewhere, to come back with an answer. */
public sealed interface Departure {
    /**
     * They do.
     *
     * @param memory what the method needs to judge the answer; sealed in the flow until then, ten
     *     minutes at most, and given back once
     * @param url where the browser goes
     */
    record Bound(String memory, URI url) implements Departure {
        /** What is remembered are secrets. */
        @Override
        public String toString() {
            return "Bound[]";
        }
    }

    /** They can't: there is nobody to go to now. */
    record Kept(FieldProblem problem) implements Departure {}

    /**
     * Prepares one. {@code state} is unguessable and names the flow; whoever brings it back is let
     * in once.
     */
    @FunctionalInterface
    interface Prepared {
        Departure with(String state);
    }
}
