package dev.bonafide.method.password.foreign;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is put into a digest: pieces between which the password stands. Filled in one pass, so that
 * a password spelled {@code {SALT}} is a password.
 */
final class Template {
    /** The password alone. */
    static final Template PLAIN = new Template(List.of(new byte[0], new byte[0]));

    private static final int LENGTH_MAX = 256;
    private static final String PASSWORD = "{PASSWORD}";
    private static final String SALT = "{SALT}";

    private final List<byte[]> pieces;

    private Template(List<byte[]> pieces) {
        this.pieces = pieces;
    }

    /**
     * Reads one.
     *
     * @param text its bytes, one to a char
     * @param salt empty where the template has no place for one
     */
    static Template of(String text, byte[] salt) {
        Bounds.require(text.length() <= LENGTH_MAX, "its template is longer than 256 bytes");
        // Without it, every password would match.
        Bounds.require(text.contains(PASSWORD), "its template has no {PASSWORD}");
        boolean salted = text.contains(SALT);
        Bounds.require(salted || salt.length == 0, "its template has no {SALT}");
        String seasoning = salted ? latin(Bounds.salt(salt)) : "";
        List<byte[]> pieces = new ArrayList<>();
        for (String piece : text.split(Pattern.quote(PASSWORD), -1)) {
            String filled = piece.replaceAll("\\{SALT}", Matcher.quoteReplacement(seasoning));
            pieces.add(filled.getBytes(StandardCharsets.ISO_8859_1));
        }
        return new Template(List.copyOf(pieces));
    }

    byte[] fill(byte[] password) {
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        filled.writeBytes(pieces.getFirst());
        for (byte[] piece : pieces.subList(1, pieces.size())) {
            filled.writeBytes(password);
            filled.writeBytes(piece);
        }
        return filled.toByteArray();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
