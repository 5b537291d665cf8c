package dev.bonafide.store;

/**
 * The store can't be opened. The message says why and what to do, for the operator; stops the
 * start.
 */
public final class NotOpened extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotOpened(String message) {
        super(message, null, false, false);
    }

    public NotOpened(String message, Throwable cause) {
        super(message, cause);
    }
}
