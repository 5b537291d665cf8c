package dev.bonafide.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals short texts that others keep for us, such as cookies: AES-256-GCM (NIST SP 800-38D) with a
 * random nonce of 96 bits. The first secret writes, all of them read, so a new one is put in front
 * and the old one taken away when nothing sealed with it can be about any more.
 *
 * <p>2^32 texts may be sealed under one key (section 8.3): a thousand logins a second for fifty
 * days. Who has more rotates more often.
 */
public final class SealingKeys {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final List<byte[]> keys;

    private SealingKeys(List<byte[]> keys) {
        this.keys = keys;
    }

    /**
     * Keys derived from secrets; {@code purpose} keeps two uses of one secret apart.
     *
     * @throws IllegalArgumentException if there is no secret
     */
    public static SealingKeys of(List<String> secrets, String purpose) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("sealing needs a secret");
        }
        byte[] info = bytes(purpose);
        return new SealingKeys(
                secrets.stream()
                        .map(secret -> Hashes.hkdfSha256(bytes(secret), new byte[0], info, 32))
                        .toList());
    }

    /** Base64url without padding; opens only in the same context. */
    public String seal(String context, String plain, Entropy entropy) {
        byte[] nonce = entropy.bytes(NONCE);
        byte[] text = bytes(plain);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, context);
            byte[] box = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(text.length));
            cipher.doFinal(text, 0, text.length, box, NONCE);
            return spelled(box);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK seals with AES-256-GCM", e);
        }
    }

    private static String spelled(byte[] box) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(box);
    }

    /**
     * What was sealed; empty for anything that was not sealed so, whatever is wrong with it. One
     * spelling alone opens: the last letter has bits that base64 does not read.
     */
    public Optional<String> open(String context, String sealed) {
        byte[] box;
        try {
            box = Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return box.length < NONCE + TAG_BITS / 8 || !spelled(box).equals(sealed)
                ? Optional.empty()
                : keys.stream().flatMap(key -> open(key, context, box).stream()).findFirst();
    }

    /**
     * MACs of the text, 32 bytes each, under each key; the first is the one to give out. Keys that
     * seal make none: this is for keys of a purpose of its own.
     */
    public Stream<byte[]> macs(String text) {
        return keys.stream().map(key -> Hashes.hmacSha256(key, bytes(text)));
    }

    private static Optional<String> open(byte[] key, String context, byte[] box) {
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(box, NONCE), context);
            byte[] text = cipher.doFinal(box, NONCE, box.length - NONCE);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK opens AES-256-GCM", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bytes(context));
        return cipher;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
