package dev.bonafide.method.password.foreign;

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What all formats ask of their parts. */
final class Bounds {
    private static final int SALT_MAX = 1024;

    private Bounds() {}

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    static Matcher match(Pattern form, String text, String spelling) {
        Matcher parts = form.matcher(text);
        require(parts.matches(), "it does not look like " + spelling);
        return parts;
    }

    /** Strict: one spelling for each sequence of bytes, so that a damaged hash is seen. */
    static byte[] base64(String text) {
        byte[] bytes = decoded(text, Base64.getDecoder());
        require(Base64.getEncoder().encodeToString(bytes).equals(text), "it is no base64");
        return bytes;
    }

    /** The same without padding. */
    static byte[] unpadded(String text) {
        byte[] bytes = decoded(text, Base64.getDecoder());
        String again = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        require(again.equals(text), "it is no base64 without padding");
        return bytes;
    }

    /** A salt that is there: without one, equal passwords have equal hashes. */
    static byte[] salt(byte[] salt) {
        require(salt.length > 0, "its salt is empty");
        require(salt.length <= SALT_MAX, "its salt is longer than 1024 bytes");
        return salt;
    }

    static void length(byte[] output, int least, int most) {
        boolean fits = output.length >= least && output.length <= most;
        require(fits, "its hash has " + output.length + " bytes, not " + least + " to " + most);
    }

    static byte[] join(byte[] head, byte[] tail) {
        byte[] joined = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, joined, head.length, tail.length);
        return joined;
    }

    private static byte[] decoded(String text, Base64.Decoder decoder) {
        try {
            return decoder.decode(text);
        } catch (IllegalArgumentException e) {
            // The decoder's own words quote the text.
            throw new IllegalArgumentException("it is no base64");
        }
    }
}
