package dev.bonafide.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The one comparison for values that somebody could guess byte by byte (CWE-208): session tokens,
 * codes, MACs, CSRF tokens. {@code equals} and {@code Arrays.equals} stop at the first difference
 * and so tell how far a guess was right.
 */
public final class Secrets {
    private Secrets() {}

    /**
     * Whether both hold the same bytes; the time taken depends on the second length alone, never on
     * where they differ.
     */
    public static boolean equal(byte[] known, byte[] given) {
        return MessageDigest.isEqual(given, known);
    }

    /** The same over UTF-8. */
    public static boolean equal(String known, String given) {
        return equal(
                known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
