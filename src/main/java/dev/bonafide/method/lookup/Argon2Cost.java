package dev.bonafide.method.lookup;

import dev.bonafide.method.argon2.Argon2;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What one Argon2id (RFC 9106) costs. Stored with each set, so that it can be raised for new ones.
 *
 * @param memory in KiB
 * @param parallelism lanes
 */
record Argon2Cost(int memory, int iterations, int parallelism) {
    /** OWASP's recommendation (ASVS 5.0, appendix C): about 35 ms. */
    static final Argon2Cost USUAL = new Argon2Cost(19_456, 2, 1);

    private static final int OUTPUT_BYTES = 32;

    /** The slow one: never within a unit of work, and only on the pool. */
    byte[] hash(byte[] secret, byte[] salt) {
        return Argon2.hash(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(memory)
                        .withIterations(iterations)
                        .withParallelism(parallelism)
                        .withSalt(salt),
                secret,
                OUTPUT_BYTES);
    }
}
