package dev.bonafide.method.password;

import dev.bonafide.kernel.Secrets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id, version 19 (RFC 9106), as a PHC string: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$output} in base64 without padding.
 */
final class Argon2Hash implements StoredHash {
    private static final Pattern PHC =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=([1-9]\\d{0,8}),t=([1-9]\\d{0,8}),p=([1-9]\\d{0,8})"
                            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,171})");
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    private final Argon2Cost cost;
    private final byte[] salt;
    private final byte[] output;

    private Argon2Hash(Argon2Cost cost, byte[] salt, byte[] output) {
        this.cost = cost;
        this.salt = salt;
        this.output = output;
    }

    /** The hash of a password; the salt has the cost's length. */
    static Argon2Hash of(Typed typed, Argon2Cost cost, byte[] salt) {
        return new Argon2Hash(cost, salt.clone(), compute(typed, cost, salt));
    }

    /** Costs as much to compare with as any other of this cost; nobody knows what matches it. */
    static Argon2Hash decoy(Argon2Cost cost) {
        return new Argon2Hash(cost, new byte[cost.saltLength()], new byte[cost.keyLength()]);
    }

    /** Accepts one spelling of each hash, and no absurd cost. */
    static Optional<Argon2Hash> parse(String text) {
        Matcher phc = PHC.matcher(text);
        if (!phc.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(phc)).filter(hash -> hash.text().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean matches(Typed typed) {
        return Secrets.equal(output, compute(typed, cost, salt));
    }

    @Override
    public boolean below(Argon2Cost target) {
        return cost.below(target);
    }

    /** The PHC string. */
    String text() {
        return "$argon2id$v=19$m="
                + cost.memory()
                + ",t="
                + cost.iterations()
                + ",p="
                + cost.parallelism()
                + "$"
                + BASE64.encodeToString(salt)
                + "$"
                + BASE64.encodeToString(output);
    }

    /** Never the hash: it is what is attacked off line. */
    @Override
    public String toString() {
        return "Argon2Hash[" + cost + "]";
    }

    private static Argon2Hash read(Matcher phc) {
        byte[] salt = Base64.getDecoder().decode(phc.group(4));
        byte[] output = Base64.getDecoder().decode(phc.group(5));
        return new Argon2Hash(
                new Argon2Cost(
                        Integer.parseInt(phc.group(1)),
                        Integer.parseInt(phc.group(2)),
                        Integer.parseInt(phc.group(3)),
                        salt.length,
                        output.length),
                salt,
                output);
    }

    private static byte[] compute(Typed typed, Argon2Cost cost, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(cost.memory())
                        .withIterations(cost.iterations())
                        .withParallelism(cost.parallelism())
                        .withSalt(salt)
                        .build());
        byte[] output = new byte[cost.keyLength()];
        generator.generateBytes(typed.bytes(), output);
        return output;
    }
}
