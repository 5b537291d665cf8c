package dev.bonafide.method.password.foreign;

import dev.bonafide.kernel.Secrets;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A hash of a password that another system made: what comes out, and how it comes out of a
 * password. Over the bytes as received, because those systems do not normalise.
 */
public final class ForeignHash {
    /** Longer than any that is made; what reads it is quadratic in nothing, but must end. */
    private static final int LENGTH_MAX = 2048;

    private static final List<Format> FORMATS =
            List.of(
                    new Pbkdf2Format(),
                    new ScryptFormat(),
                    new FirebaseFormat(),
                    new SaltedShaFormat(),
                    new DigestFormat(),
                    new HmacFormat(),
                    new CryptFormat());

    private final byte[] expected;
    private final UnaryOperator<byte[]> derive;

    ForeignHash(byte[] expected, UnaryOperator<byte[]> derive) {
        this.expected = expected;
        this.derive = derive;
    }

    /** Whether a format knows this beginning. */
    public static boolean known(String text) {
        return FORMATS.stream().anyMatch(format -> format.recognises(text));
    }

    /**
     * Reads a stored hash.
     *
     * @throws IllegalArgumentException if it can't be used, or asks for absurd work; says why, and
     *     nothing of the hash
     */
    public static ForeignHash read(String text) {
        Bounds.require(text.length() <= LENGTH_MAX, "it is longer than 2048 characters");
        return FORMATS.stream()
                .filter(format -> format.recognises(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("its format is not known"))
                .read(text);
    }

    /** Computes one hash, and compares it in constant time. */
    public boolean matches(byte[] password) {
        // A copy: commons-codec wipes what it was given.
        return Secrets.equal(expected, derive.apply(password.clone()));
    }

    /** Never the hash. */
    @Override
    public String toString() {
        return "ForeignHash";
    }
}
