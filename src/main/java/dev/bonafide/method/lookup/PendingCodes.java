package dev.bonafide.method.lookup;

import dev.bonafide.kernel.Entropy;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Codes that were made and are not confirmed. Never printed: they are secrets in clear.
 *
 * @param salt of the set that they will be, lower-case hex; it also tells whether they already are
 * @param codes 12 of 8 characters out of {@code [a-z0-9]}, 41 bits each
 */
record PendingCodes(String salt, List<String> codes) {
    private static final int COUNT = 12;
    private static final int LENGTH = 8;
    private static final int SALT_BYTES = 16;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

    /** Bytes from here on would make the first letters of the alphabet likelier than the last. */
    private static final int UNBIASED = 256 - 256 % ALPHABET.length();

    PendingCodes {
        codes = List.copyOf(codes);
    }

    static PendingCodes make(Entropy entropy) {
        List<String> codes = new ArrayList<>();
        while (codes.size() < COUNT) {
            codes.add(code(entropy));
        }
        return of(entropy, codes);
    }

    /** Codes that were made elsewhere, as many as there are, with a salt of ours. */
    static PendingCodes of(Entropy entropy, List<String> codes) {
        return new PendingCodes(HexFormat.of().formatHex(entropy.bytes(SALT_BYTES)), codes);
    }

    /** Reads what {@link #text} wrote. */
    static PendingCodes parse(String text) {
        List<String> words = List.of(text.split(" "));
        return new PendingCodes(words.getFirst(), words.subList(1, words.size()));
    }

    /** For the flow to keep. */
    String text() {
        return salt + " " + joined();
    }

    String joined() {
        return String.join(" ", codes);
    }

    @Override
    public String toString() {
        return "PendingCodes[salt=" + salt + "]";
    }

    private static String code(Entropy entropy) {
        StringBuilder code = new StringBuilder();
        while (code.length() < LENGTH) {
            for (byte b : entropy.bytes(LENGTH - code.length())) {
                append(code, b & 0xFF);
            }
        }
        return code.toString();
    }

    private static void append(StringBuilder code, int random) {
        if (random < UNBIASED) {
            code.append(ALPHABET.charAt(random % ALPHABET.length()));
        }
    }
}
