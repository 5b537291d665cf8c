package dev.bonafide.method.totp;

import java.io.ByteArrayOutputStream;

/**
 * Base32 without padding (RFC 4648 section 6), which is how secrets are spelled for people and
 * apps.
 */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int pending = 0;
        int bits = 0;
        for (byte b : bytes) {
            pending = (pending << 8) | (b & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt((pending >> bits) & 31));
            }
            pending &= (1 << bits) - 1;
        }
        return bits == 0
                ? text.toString()
                : text.append(ALPHABET.charAt((pending << (5 - bits)) & 31)).toString();
    }

    /**
     * Reads either case. Only what {@link #encode} could have written: two spellings of one secret
     * would be two secrets to whoever compares texts (RFC 4648 section 3.5).
     *
     * @throws IllegalArgumentException if it is none; says nothing of the text, which is a secret
     */
    static byte[] decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int pending = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            pending = (pending << 5) | value(text.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(pending >> bits);
            }
            pending &= (1 << bits) - 1;
        }
        if (bits >= 5 || pending != 0) {
            throw new IllegalArgumentException("Base32 ends within a byte");
        }
        return bytes.toByteArray();
    }

    private static int value(char letter) {
        boolean lower = letter >= 'a' && letter <= 'z';
        int value = ALPHABET.indexOf(lower ? letter - 'a' + 'A' : letter);
        if (value < 0) {
            throw new IllegalArgumentException("Base32 has the letters A to Z and 2 to 7 only");
        }
        return value;
    }
}
