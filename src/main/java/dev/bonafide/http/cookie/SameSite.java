package dev.bonafide.http.cookie;

import dev.bonafide.config.Key;

/** To which requests a browser adds a cookie (RFC 6265bis section 4.1.2.7). */
public enum SameSite {
    /** To those of the same site alone. */
    @Key("Strict")
    STRICT("Strict"),
    /** To those, and to links followed from elsewhere. */
    @Key("Lax")
    LAX("Lax"),
    /** To all; browsers drop it unless it is {@code Secure}. */
    @Key("None")
    NONE("None");

    private final String attribute;

    SameSite(String attribute) {
        this.attribute = attribute;
    }

    /** Its spelling in a {@code Set-Cookie} line. */
    String attribute() {
        return attribute;
    }
}
