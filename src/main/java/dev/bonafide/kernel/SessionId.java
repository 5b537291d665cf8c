package dev.bonafide.kernel;

import java.util.UUID;

/**
 * One login of one identity on one device: a time-ordered UUID that stays for the life of the
 * session, whatever happens to its tokens.
 */
public record SessionId(UUID value) {
    public static SessionId of(String text) {
        return new SessionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
