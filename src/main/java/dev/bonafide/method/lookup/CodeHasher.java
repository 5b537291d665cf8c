package dev.bonafide.method.lookup;

import dev.bonafide.kernel.Hashes;
import dev.bonafide.method.HashPool;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * What is stored of a code: SHA-256 of an Argon2id with the set's salt, since NIST SP 800-63B
 * section 3.1.2.2 asks for a salted password hash below 112 bits. One salt for the whole set, so
 * that a guess costs one Argon2id however many codes there are; it gives nothing away, because a
 * set has one owner and its codes are random.
 */
final class CodeHasher {
    private static final HexFormat HEX = HexFormat.of();

    private final HashPool pool;
    private final Stretcher stretcher;

    CodeHasher(HashPool pool, Stretcher stretcher) {
        this.pool = pool;
        this.stretcher = stretcher;
    }

    /**
     * The hash of one guess: exactly one Argon2id.
     *
     * @throws dev.bonafide.kernel.Overloaded if too many wait
     */
    String hash(String code, CodeSet set) {
        return pool.run(() -> hash(code, set.cost(), set.salt()));
    }

    /**
     * The hashes of a whole set, in one turn of the pool, so that it is stored whole or refused at
     * once.
     *
     * @throws dev.bonafide.kernel.Overloaded if too many wait
     */
    List<String> hashAll(PendingCodes codes, Argon2Cost cost) {
        return pool.run(
                () -> codes.codes().stream().map(code -> hash(code, cost, codes.salt())).toList());
    }

    private String hash(String code, Argon2Cost cost, String salt) {
        byte[] secret = code.getBytes(StandardCharsets.UTF_8);
        return HEX.formatHex(Hashes.sha256(stretcher.stretch(cost, secret, HEX.parseHex(salt))));
    }
}
