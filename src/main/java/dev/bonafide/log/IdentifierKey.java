package dev.bonafide.log;

/**
 * The key under which login identifiers become names of streams. It is made once with the log,
 * lives beside the keys that open it, and is never handed out: identifiers are guessable, so
 * whoever has it can find out who is registered.
 */
@FunctionalInterface
public interface IdentifierKey {
    /** HMAC-SHA-256 (RFC 2104) of the text in UTF-8: 32 bytes. */
    byte[] hmac(String text);
}
