package dev.bonafide.vault;

import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.IdentityId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A data key as it is stored: one byte of format, 16 bytes of the key-encryption key's id, four
 * bytes of the data key's version, the box.
 *
 * @param by id of the key-encryption key
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Wrapped(String by, int version, byte[] box) {
    private static final byte FORMAT = 1;
    private static final int ID = 16;
    private static final int HEAD = 1 + ID + Integer.BYTES;

    static Wrapped wrap(
            IdentityId owner, int version, byte[] raw, VaultKeys ring, Entropy entropy) {
        byte[] context = Context.ofDataKey(owner, version, ring.wrappingId());
        return new Wrapped(
                ring.wrappingId(), version, Box.close(ring.wrapping(), context, raw, entropy));
    }

    /** Empty if the bytes are no wrapped key of a format known here. */
    static Optional<Wrapped> of(byte[] stored) {
        if (stored.length <= HEAD || stored[0] != FORMAT) {
            return Optional.empty();
        }
        String by = HexFormat.of().formatHex(stored, 1, 1 + ID);
        int version = ByteBuffer.wrap(stored).getInt(1 + ID);
        return Optional.of(
                new Wrapped(by, version, Arrays.copyOfRange(stored, HEAD, stored.length)));
    }

    byte[] bytes() {
        return ByteBuffer.allocate(HEAD + box.length)
                .put(FORMAT)
                .put(HexFormat.of().parseHex(by))
                .putInt(version)
                .put(box)
                .array();
    }

    Optional<byte[]> unwrap(IdentityId owner, SecretKey wrapping) {
        return Box.open(wrapping, Context.ofDataKey(owner, version, by), box);
    }

    static SecretKey dataKey(byte[] raw) {
        return new SecretKeySpec(raw, "AES");
    }
}
