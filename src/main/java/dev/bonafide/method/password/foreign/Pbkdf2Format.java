package dev.bonafide.method.password.foreign;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * PBKDF2 (RFC 8018 section 5.2): {@code $pbkdf2-sha256$i=<iterations>,l=<length>$<salt>$<hash>},
 * base64 without padding.
 */
final class Pbkdf2Format implements Format {
    /** Thrice what OWASP asks for with SHA-256; about two seconds. */
    private static final int ITERATIONS_MAX = 2_000_000;

    private static final Pattern FORM =
            Pattern.compile(
                    "\\$pbkdf2-(sha1|sha224|sha256|sha384|sha512)"
                            + "\\$i=([1-9]\\d{0,8}),l=([1-9]\\d{0,3})\\$([^$]*)\\$([^$]*)");

    @Override
    public boolean recognises(String text) {
        return text.startsWith("$pbkdf2-");
    }

    @Override
    public ForeignHash read(String text) {
        Matcher parts = Bounds.match(FORM, text, "$pbkdf2-<digest>$i=…,l=…$<salt>$<hash>");
        int iterations = Integer.parseInt(parts.group(2));
        Bounds.require(iterations <= ITERATIONS_MAX, "it asks for more than 2000000 iterations");
        byte[] salt = Bounds.salt(Bounds.unpadded(parts.group(4)));
        byte[] output = Bounds.unpadded(parts.group(5));
        // As many bytes as four blocks of SHA-1 at most: each block costs all iterations anew.
        Bounds.length(output, 16, 64);
        Bounds.require(
                output.length == Integer.parseInt(parts.group(3)), "l is not its hash's length");
        String digest = parts.group(1);
        return new ForeignHash(
                output, password -> derive(digest, password, salt, iterations, output.length));
    }

    private static byte[] derive(
            String digest, byte[] password, byte[] salt, int iterations, int length) {
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(Digests.of(digest));
        generator.init(password, salt, iterations);
        return ((KeyParameter) generator.generateDerivedMacParameters(8 * length)).getKey();
    }
}
