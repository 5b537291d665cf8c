package dev.bonafide.kernel;

/**
 * The server cannot answer rightly at the moment (store away, log behind, key missing, queue full):
 * 503 on the wire, never a guess.
 */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message) {
        super(message);
    }

    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
