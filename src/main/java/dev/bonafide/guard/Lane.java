package dev.bonafide.guard;

/**
 * Whose budget an attempt uses: strangers can't use up the one that the owner has at a place from
 * which they logged in within the last 30 days.
 */
public enum Lane {
    STRANGER,
    KNOWN
}
