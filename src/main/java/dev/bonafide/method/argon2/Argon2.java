package dev.bonafide.method.argon2;

import dev.bonafide.method.HashPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2 (RFC 9106) with its memory used again: twenty megabytes of new objects for each hash kept
 * the collector as busy as a tenth of the hashing. The generator overwrites its blocks with zeroes
 * before it gives them back.
 *
 * <p>Slow on purpose: only on the {@link HashPool}, and never within a unit of work.
 */
public final class Argon2 {
    /** Hashes whose memory is kept; what more hashes at once need is collected as usual. */
    private static final int KEPT = Math.min(4, Runtime.getRuntime().availableProcessors());

    /** One block is a KiB, and a usual hash takes 19 MiB of them. */
    private static final BlockPool BLOCKS = new FixedBlockPool(KEPT * 19_456);

    private Argon2() {}

    /**
     * Hashes once.
     *
     * @param parameters type, version, cost and salt
     * @param length bytes of output
     */
    public static byte[] hash(Argon2Parameters.Builder parameters, byte[] secret, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters.withBlockPool(BLOCKS).build());
        byte[] output = new byte[length];
        generator.generateBytes(secret, output);
        return output;
    }
}
