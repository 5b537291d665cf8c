package dev.bonafide.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bonafide.kernel.Hashes;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The operator's key-encryption keys: the first wraps, all open. To rotate without a pause, add the
 * new one at the end on every node, then move it to the front on every node, then {@link
 * Vault#rewrap()}, then take the old one out.
 *
 * <p>Keys are derived from the secrets with HKDF-SHA-256, so that a secret of any form becomes 256
 * bits that serve nothing else.
 */
public final class VaultKeys {
    private static final int BYTES_MIN = 32;
    private static final int DISTINCT_BYTES_MIN = 6;
    private static final int ID_BYTES = 16;
    private static final byte[] INFO = "bonafide vault key-encryption key 1".getBytes(UTF_8);

    private final Map<String, SecretKey> byId;

    private VaultKeys(Map<String, SecretKey> byId) {
        this.byId = byId;
    }

    /**
     * Derives the keys from the operator's secrets, in their order.
     *
     * @param secrets {@code hex:…}, {@code base64:…} (also the URL alphabet), or plain text, each
     *     of at least 32 bytes once decoded
     * @throws IllegalArgumentException naming the place of the bad secret, never its content
     */
    public static VaultKeys of(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("at least one key-encryption key is needed");
        }
        Map<String, SecretKey> byId = LinkedHashMap.newLinkedHashMap(secrets.size());
        for (int i = 0; i < secrets.size(); i++) {
            byte[] key = Hashes.hkdfSha256(checked(secrets.get(i), i + 1), new byte[0], INFO, 32);
            if (byId.putIfAbsent(id(key), new SecretKeySpec(key, "AES")) != null) {
                throw new IllegalArgumentException(
                        "key-encryption key " + (i + 1) + " is a repetition");
            }
        }
        return new VaultKeys(Collections.unmodifiableMap(byId));
    }

    /**
     * Ids in the order of the list, each the first half of the key's SHA-256 in hexadecimal; no
     * secrets.
     */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    String wrappingId() {
        return byId.keySet().iterator().next();
    }

    SecretKey wrapping() {
        return byId.values().iterator().next();
    }

    Optional<SecretKey> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    boolean holds(String id) {
        return byId.containsKey(id);
    }

    @Override
    public String toString() {
        return "VaultKeys" + ids();
    }

    private static String id(byte[] key) {
        return HexFormat.of().formatHex(Hashes.sha256(key), 0, ID_BYTES);
    }

    /**
     * Refuses what was cut off or is a placeholder: a few characters over and over (ASVS 13.2.3).
     */
    private static byte[] checked(String secret, int place) {
        byte[] bytes = decoded(secret, place);
        if (bytes.length < BYTES_MIN) {
            throw new IllegalArgumentException(
                    "key-encryption key %d has %d bytes; at least %d are needed"
                            .formatted(place, bytes.length, BYTES_MIN));
        }
        if (distinct(bytes) < DISTINCT_BYTES_MIN) {
            throw new IllegalArgumentException("key-encryption key " + place + " is not random");
        }
        return bytes;
    }

    private static byte[] decoded(String secret, int place) {
        try {
            if (secret.startsWith("hex:")) {
                return HexFormat.of().parseHex(secret.substring(4).strip());
            }
            if (secret.startsWith("base64:")) {
                return base64(secret.substring(7).strip());
            }
            return secret.getBytes(UTF_8);
        } catch (IllegalArgumentException e) {
            // Its message could quote the secret.
            throw new IllegalArgumentException(
                    "key-encryption key " + place + " is not what its prefix says");
        }
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
    }

    private static long distinct(byte[] bytes) {
        byte[] sorted = bytes.clone();
        Arrays.sort(sorted);
        long distinct = 1;
        for (int i = 1; i < sorted.length; i++) {
            distinct += sorted[i] == sorted[i - 1] ? 0 : 1;
        }
        return distinct;
    }
}
