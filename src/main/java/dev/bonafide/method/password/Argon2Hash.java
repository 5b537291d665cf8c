package dev.bonafide.method.password;

import dev.bonafide.kernel.Secrets;
import dev.bonafide.method.argon2.Argon2;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id, version 19 (RFC 9106), as a PHC string: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$output} in base64 without padding. Argon2i, which other
 * systems used, is verified, never made.
 */
final class Argon2Hash implements StoredHash {
    private static final Pattern PHC =
            Pattern.compile(
                    "\\$argon2(id|i)\\$v=19\\$m=([1-9]\\d{0,8}),t=([1-9]\\d{0,8}),p=([1-9]\\d{0,8})"
                            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,171})");
    private static final int ID = Argon2Parameters.ARGON2_id;
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    private final int type;
    private final Argon2Cost cost;
    private final byte[] salt;
    private final byte[] output;

    private Argon2Hash(int type, Argon2Cost cost, byte[] salt, byte[] output) {
        this.type = type;
        this.cost = cost;
        this.salt = salt;
        this.output = output;
    }

    /** The hash of a password; the salt has the cost's length. */
    static Argon2Hash of(Typed typed, Argon2Cost cost, byte[] salt) {
        return new Argon2Hash(ID, cost, salt.clone(), compute(ID, typed.bytes(), cost, salt));
    }

    /** Costs as much to compare with as any other of this cost; nobody knows what matches it. */
    static Argon2Hash decoy(Argon2Cost cost) {
        return new Argon2Hash(ID, cost, new byte[cost.saltLength()], new byte[cost.keyLength()]);
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

    /**
     * Normalised, as hashed here. One hash more where what was received is spelled otherwise: other
     * systems do not normalise, and a hash does not say who made it.
     */
    @Override
    public boolean matches(Typed typed) {
        byte[] normal = typed.bytes();
        byte[] received = typed.asReceived();
        boolean right = Secrets.equal(output, compute(type, normal, cost, salt));
        return Arrays.equals(normal, received)
                ? right
                : Secrets.equal(output, compute(type, received, cost, salt)) || right;
    }

    @Override
    public boolean below(Argon2Cost target) {
        return type != ID || cost.below(target);
    }

    /**
     * Whether it takes no more than this.
     *
     * @param memory KiB
     * @param work KiB, counted once for each pass
     */
    boolean within(int memory, long work) {
        return cost.memory() <= memory && (long) cost.memory() * cost.iterations() <= work;
    }

    /** The PHC string. */
    String text() {
        return (type == ID ? "$argon2id" : "$argon2i")
                + "$v=19$m="
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
        byte[] salt = Base64.getDecoder().decode(phc.group(5));
        byte[] output = Base64.getDecoder().decode(phc.group(6));
        return new Argon2Hash(
                phc.group(1).equals("id") ? ID : Argon2Parameters.ARGON2_i,
                new Argon2Cost(
                        Integer.parseInt(phc.group(2)),
                        Integer.parseInt(phc.group(3)),
                        Integer.parseInt(phc.group(4)),
                        salt.length,
                        output.length),
                salt,
                output);
    }

    private static byte[] compute(int type, byte[] password, Argon2Cost cost, byte[] salt) {
        return Argon2.hash(
                new Argon2Parameters.Builder(type)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(cost.memory())
                        .withIterations(cost.iterations())
                        .withParallelism(cost.parallelism())
                        .withSalt(salt),
                password,
                cost.keyLength());
    }
}
