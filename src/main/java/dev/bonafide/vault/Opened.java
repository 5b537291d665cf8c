package dev.bonafide.vault;

/**
 * What a sealed value turned out to hold. That it cannot be read at the moment is neither, but an
 * {@link dev.bonafide.kernel.Unavailable}.
 */
public sealed interface Opened {
    /** The text as it was sealed. Never prints itself. */
    record Text(String text) implements Opened {
        @Override
        public String toString() {
            return "Opened.Text";
        }
    }

    /** The owner's data key was destroyed on purpose: nobody will ever read it again. */
    record Erased() implements Opened {}
}
