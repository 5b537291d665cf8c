package dev.bonafide.store;

/** What text every adapter can keep and give back unchanged. */
public final class Text {
    private Text() {}

    /**
     * The same text. UTF-8 has no lone surrogates: drivers store '?' instead, so that two names
     * would become one.
     *
     * @throws IllegalArgumentException if there is one
     */
    public static String wellFormed(String text) {
        if (text.codePoints().anyMatch(Text::surrogate)) {
            throw new IllegalArgumentException("text with a lone surrogate");
        }
        return text;
    }

    private static boolean surrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
