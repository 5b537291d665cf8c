package dev.bonafide.method.password;

import dev.bonafide.method.FieldProblem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/**
 * A password as somebody typed it, all of it: nothing is trimmed, folded or cut off. Normalised to
 * NFC, because the same key gives different code points on different systems (NIST SP 800-63B
 * 3.1.1.2).
 */
final class Typed {
    /** Longest that is hashed. Stated and refused beyond, never cut off (ASVS 6.2.9). */
    static final int BYTES_MAX = 1024;

    private final String text;
    private final byte[] bytes;
    private final byte[] asReceived;

    private Typed(String text, byte[] bytes, byte[] asReceived) {
        this.text = text;
        this.bytes = bytes;
        this.asReceived = asReceived;
    }

    /** A typed password, or what keeps it from being one. */
    sealed interface Reading {}

    record Usable(Typed typed) implements Reading {}

    record Unusable(FieldProblem problem) implements Reading {}

    static Reading read(Field field) {
        Optional<FieldProblem> problem = field.problem();
        return problem.isPresent() ? new Unusable(problem.get()) : read(field.text());
    }

    static Reading read(String received) {
        // A char is at least a byte; so nothing long is normalised, whose time is not ours to give.
        if (received.length() > BYTES_MAX) {
            return tooLong(received.length());
        }
        Optional<byte[]> raw = utf8(received);
        if (raw.isEmpty()) {
            return new Unusable(FieldProblem.at(Field.PASSWORD, PasswordMessages.noUnicode()));
        }
        String text = Normalizer.normalize(received, Normalizer.Form.NFC);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.max(bytes.length, raw.get().length);
        return length > BYTES_MAX ? tooLong(length) : new Usable(new Typed(text, bytes, raw.get()));
    }

    /** What is hashed. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** What other systems hashed, which do not normalise. */
    byte[] asReceived() {
        return asReceived.clone();
    }

    /** Normalised; for comparing with what must not be a password. */
    String text() {
        return text;
    }

    /** The length that counts: one for every code point, whatever its bytes. */
    int codePoints() {
        return text.codePointCount(0, text.length());
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "Typed";
    }

    private static Reading tooLong(int actual) {
        return new Unusable(
                FieldProblem.at(Field.PASSWORD, PasswordMessages.tooLong(BYTES_MAX, actual)));
    }

    /** Strict: a lone surrogate would become a question mark, and all such passwords one. */
    private static Optional<byte[]> utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return Optional.of(bytes);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
