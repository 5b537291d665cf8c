package dev.bonafide.config;

/** What becomes of one key of the operator's file. */
sealed interface Verdict {
    /** Somebody reads it, or it says what is so anyway. */
    record Fine() implements Verdict {}

    /**
     * Known and without effect; {@code key} is the key, or the family it belongs to, so that a
     * family warns once.
     */
    record Harmless(String key, String words) implements Verdict {}

    /** The start is refused, for the reason in words. */
    record Refused(String words) implements Verdict {}

    /** Neither bound nor in the catalogue. */
    record Unknown() implements Verdict {}
}
