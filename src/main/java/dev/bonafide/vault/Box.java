package dev.bonafide.vault;

import dev.bonafide.kernel.Entropy;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM (NIST SP 800-38D): a random nonce of 96 bits, the cipher text, a tag of 128 bits.
 * Random nonces are safe for 2^32 boxes under one key (section 8.3); a key here belongs to one
 * identity, or wraps one box per identity.
 */
final class Box {
    static final int NONCE = 12;

    private static final int TAG_BITS = 128;

    private Box() {}

    static byte[] close(SecretKey key, byte[] context, byte[] plain, Entropy entropy) {
        byte[] nonce = entropy.bytes(NONCE);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, context);
            byte[] box = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, box, NONCE);
            return box;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK seals with AES-256-GCM", e);
        }
    }

    /**
     * The content; empty if key, context or a single bit of the box is not what it was when the box
     * was closed.
     */
    static Optional<byte[]> open(SecretKey key, byte[] context, byte[] box) {
        if (box.length < NONCE + TAG_BITS / 8) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(box, NONCE), context);
            return Optional.of(cipher.doFinal(box, NONCE, box.length - NONCE));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK opens AES-256-GCM", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
