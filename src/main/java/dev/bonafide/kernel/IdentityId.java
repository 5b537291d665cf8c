package dev.bonafide.kernel;

import java.util.UUID;

/**
 * Who someone is: a time-ordered UUID (RFC 9562 version 7). It is no secret and no personal data.
 */
public record IdentityId(UUID value) {
    public static IdentityId of(String text) {
        return new IdentityId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
