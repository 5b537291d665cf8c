package dev.bonafide.method.fido;

import dev.bonafide.kernel.Hashes;
import dev.bonafide.log.IdentifierKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Names of credential ids in the log, and ids of keys that do not exist. */
public final class KeyNames {
    private static final int DECOY_BYTES = 32;

    private final IdentifierKey key;

    public KeyNames(IdentifierKey key) {
        this.key = key;
    }

    /** Under which a credential id (base64url) is claimed: lower-case hex HMAC. */
    public String of(String credentialId) {
        return HexFormat.of().formatHex(key.hmac("credential\0" + credentialId));
    }

    /**
     * The id of a key that an unknown identifier seems to have: always the same, and without the
     * server's key not told from a real one (WebAuthn Level 3 section 14.6.2).
     *
     * @param identifier HMAC of what was typed
     * @return base64url
     */
    public String decoy(String identifier) {
        byte[] seed = key.hmac("decoy\0" + identifier);
        byte[] more = Hashes.hmacSha256(seed, "id".getBytes(StandardCharsets.UTF_8));
        byte[] id = ByteBuffer.allocate(seed.length + more.length).put(more).put(seed).array();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(id, DECOY_BYTES));
    }
}
