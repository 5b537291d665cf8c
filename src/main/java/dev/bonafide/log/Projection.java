package dev.bonafide.log;

/**
 * A view over the log, driven by one reader in order, position after position. Handler methods
 * carry Axon's {@code @EventHandler} and take the event and, if they want, its {@link Recorded}. An
 * exception stops the projection, never skips; it is repaired and goes on.
 *
 * <p>Every write is idempotent and carries the position it reflects; a repeat changes nothing.
 */
public interface Projection {
    /**
     * Name with version, such as {@code sessions-1}; a change of shape is a new version, built
     * beside the old.
     */
    String name();

    /** Removes everything that it has written, before a rebuild. */
    void clear();

    /**
     * Whether a new one begins after what is in the log already, because it sends commands or
     * messages and the past is none of its business. Such a one is never rebuilt.
     */
    default boolean startsAtHead() {
        return false;
    }
}
