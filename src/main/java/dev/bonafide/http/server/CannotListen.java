package dev.bonafide.http.server;

/** A listener could not be opened; the message is one line for the operator. Stops the start. */
public final class CannotListen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotListen(String message) {
        super(message, null, false, false);
    }
}
