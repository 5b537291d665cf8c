package dev.bonafide.http.cookie;

import dev.bonafide.kernel.Hashes;
import dev.bonafide.kernel.Secrets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a browser and its forms share: 32 random bytes. In forms it is masked: a random pad, then
 * the token under the pad, so that compression of the answer tells nothing of it (BREACH).
 */
public final class CsrfToken {
    static final int LENGTH = 32;

    private final byte[] bytes;

    CsrfToken(byte[] bytes) {
        this.bytes = bytes;
    }

    /** From base64, as cookies hold it; empty for anything else. */
    static Optional<CsrfToken> of(String base64) {
        return decoded(base64).filter(raw -> raw.length == LENGTH).map(CsrfToken::new);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    String masked(byte[] pad) {
        byte[] both = Arrays.copyOf(pad, 2 * LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            both[LENGTH + i] = (byte) (pad[i] ^ bytes[i]);
        }
        return Base64.getEncoder().encodeToString(both);
    }

    /** Whether a form's field carries this token, masked or, as Kratos takes it too, as it is. */
    public boolean matches(String field) {
        return decoded(field)
                .map(raw -> raw.length == 2 * LENGTH ? unmasked(raw) : raw)
                .filter(raw -> Secrets.equal(bytes, raw))
                .isPresent();
    }

    /** By which a flow knows the browser that began it again. */
    public String fingerprint() {
        return HexFormat.of().formatHex(Hashes.sha256(bytes));
    }

    /** Never the token itself. */
    @Override
    public String toString() {
        return "CsrfToken";
    }

    private static byte[] unmasked(byte[] both) {
        byte[] raw = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            raw[i] = (byte) (both[i] ^ both[LENGTH + i]);
        }
        return raw;
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
