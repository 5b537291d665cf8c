package dev.bonafide.method.totp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Percent-encoding of UTF-8 (RFC 3986 section 2.1), strictly. A plus sign is a plus sign: the JDK's
 * codec for forms would make it a space.
 */
final class PercentText {
    private static final String LITERAL = "-._~@";

    private PercentText() {}

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (literal(b)) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    /**
     * @param encoded ASCII
     * @throws IllegalArgumentException if an escape is cut off or the bytes are no UTF-8
     */
    static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < encoded.length(); at++) {
            char letter = encoded.charAt(at);
            if (letter == '%') {
                bytes.write(escaped(encoded, at));
                at += 2;
            } else {
                bytes.write(letter);
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static int escaped(String encoded, int at) {
        if (at + 3 > encoded.length()) {
            throw new IllegalArgumentException("an escape is cut off");
        }
        return HexFormat.fromHexDigits(encoded, at + 1, at + 3);
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("escapes are no UTF-8", e);
        }
    }

    private static boolean literal(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || LITERAL.indexOf(b) >= 0;
    }
}
