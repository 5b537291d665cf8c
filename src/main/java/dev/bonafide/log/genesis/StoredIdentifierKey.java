package dev.bonafide.log.genesis;

import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Hashes;
import dev.bonafide.log.IdentifierKey;
import dev.bonafide.store.Keys;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The identifier key as it lies in {@link Keys}. */
final class StoredIdentifierKey implements IdentifierKey {
    private static final String NAME = "log/identifier-key";
    private static final int BYTES = 32;

    /** No identifier has a NUL, so this says nothing about one. */
    private static final String CHECK = "\0identifier key check";

    private final byte[] key;

    private StoredIdentifierKey(byte[] key) {
        this.key = key;
    }

    /** The key of a log that has begun; {@link IllegalStateException} if it is not there. */
    static StoredIdentifierKey existing(Keys keys) {
        if (keys.get(NAME) instanceof Keys.Entry.Held(byte[] value)) {
            return new StoredIdentifierKey(value);
        }
        throw new IllegalStateException(
                "the log's identifier key is not among the keys: log and keys belong together, restore both");
    }

    /** Puts a new one if there is none, and takes what is there then. */
    static StoredIdentifierKey made(Keys keys, Entropy entropy) {
        keys.putIfAbsent(NAME, entropy.bytes(BYTES));
        return existing(keys);
    }

    @Override
    public byte[] hmac(String text) {
        return Hashes.hmacSha256(key, text.getBytes(StandardCharsets.UTF_8));
    }

    String check() {
        return HexFormat.of().formatHex(hmac(CHECK), 0, 16);
    }
}
