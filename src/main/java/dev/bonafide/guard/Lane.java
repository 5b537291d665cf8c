package dev.bonafide.guard;

/**
 * Whose budget an attempt uses: strangers can't use up the one that the owner has at a place from
 * which, or in a browser with which, they logged in within the last 30 days.
 */
public enum Lane {
    STRANGER,
    /** From an address near one that the owner logged in from. */
    KNOWN,
    /** With a browser that the owner logged in with, wherever it is. */
    DEVICE
}
