package dev.bonafide.http.request;

import dev.bonafide.http.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes to text without guessing: malformed input is a 400, never a replacement character. */
final class Text {
    private Text() {}

    /**
     * Strict UTF-8.
     *
     * @throws Problem 400 for malformed input, which includes encoded surrogates and overlong forms
     */
    static String utf8(byte[] bytes) {
        try {
            // A fresh decoder reports errors; String's constructors replace them.
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Problem.badRequest("The request is not valid UTF-8.");
        }
    }

    /**
     * Percent-decodes a part of a URL or a form (RFC 3986 section 2.1).
     *
     * @param plusIsSpace as in queries and forms, not in paths
     * @throws Problem 400 for a percent sign without two hexadecimal digits, for what is not UTF-8
     *     after decoding, and for NUL
     */
    static String percentDecoded(String raw, boolean plusIsSpace) {
        if (raw.indexOf('%') < 0) {
            return withoutNul(plusIsSpace ? raw.replace('+', ' ') : raw);
        }
        byte[] from = raw.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream to = new ByteArrayOutputStream(from.length);
        for (int i = 0; i < from.length; i++) {
            if (from[i] == '%') {
                to.write(hex(from, i + 1) << 4 | hex(from, i + 2));
                i += 2;
            } else {
                to.write(plusIsSpace && from[i] == '+' ? ' ' : from[i]);
            }
        }
        return withoutNul(utf8(to.toByteArray()));
    }

    /**
     * The text itself.
     *
     * @throws Problem 400 if it holds NUL or a lone surrogate: such text changes or breaks when it
     *     is stored, compared or hashed
     */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                i = afterPair(text, i);
            }
        }
        return withoutNul(text);
    }

    private static int afterPair(String text, int high) {
        if (high + 1 == text.length()
                || !Character.isSurrogatePair(text.charAt(high), text.charAt(high + 1))) {
            throw Problem.badRequest("The request holds a lone surrogate.");
        }
        return high + 1;
    }

    private static String withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw Problem.badRequest("The request holds a NUL character.");
        }
        return text;
    }

    private static int hex(byte[] bytes, int index) {
        int digit = index < bytes.length ? Character.digit(bytes[index], 16) : -1;
        if (digit < 0) {
            throw Problem.badRequest("The request holds a malformed percent-encoding.");
        }
        return digit;
    }
}
