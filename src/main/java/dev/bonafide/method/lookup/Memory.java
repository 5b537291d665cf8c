package dev.bonafide.method.lookup;

import org.jspecify.annotations.Nullable;

/** What a settings flow remembers of this method. */
sealed interface Memory {
    /** Nothing. */
    record Nothing() implements Memory {}

    /** That the codes held are to be shown. */
    record Revealed() implements Memory {
        String text() {
            return REVEALED;
        }
    }

    /** New codes, which are shown and wait to be confirmed. */
    record Pending(PendingCodes codes) implements Memory {
        String text() {
            return codes.text();
        }
    }

    /** No salt is spelled so. */
    String REVEALED = "revealed";

    /** Reads what the flow kept. */
    static Memory of(@Nullable String text) {
        if (text == null) {
            return new Nothing();
        }
        return text.equals(REVEALED) ? new Revealed() : new Pending(PendingCodes.parse(text));
    }
}
