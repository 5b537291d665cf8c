package dev.bonafide.log.event;

/**
 * A stored event that this release cannot read. The text names the event by name and revision and
 * holds nothing of its payload.
 */
public final class Undecodable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Undecodable(String message) {
        super(message);
    }

    public Undecodable(String message, Throwable cause) {
        super(message, cause);
    }
}
