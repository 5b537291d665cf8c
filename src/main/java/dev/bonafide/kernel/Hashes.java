package dev.bonafide.kernel;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * SHA-256 and what is built on it. The only place that asks the JDK for a digest, a MAC or a key
 * derivation, so that an inventory of algorithms is one page long. Passwords are never hashed with
 * these.
 *
 * <p>Where several parts are given, their bytes follow one another without separators: callers use
 * fixed widths or at most one part of free length.
 */
public final class Hashes {
    private static final String HMAC = "HmacSHA256";

    private Hashes() {}

    /** SHA-256 (FIPS 180-4) of the parts, 32 bytes. */
    public static byte[] sha256(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** HMAC-SHA-256 (RFC 2104) of the parts, 32 bytes. The key has at least 16 bytes. */
    public static byte[] hmacSha256(byte[] key, byte[]... parts) {
        // A short key is a configuration that went missing, never a choice.
        if (key.length < 16) {
            throw new IllegalArgumentException("an HMAC key has at least 16 bytes");
        }
        Mac mac = mac(key);
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    /**
     * HKDF-SHA-256 (RFC 5869), extract and expand.
     *
     * @param secret the input keying material; its entropy is the result's
     * @param salt public, may be empty
     * @param info what the result is for: two uses of one secret never share a key
     * @param length 1 to 8160 bytes
     */
    public static byte[] hkdfSha256(byte[] secret, byte[] salt, byte[] info, int length) {
        try {
            var parameters =
                    HKDFParameterSpec.ofExtract()
                            .addIKM(secret)
                            .addSalt(salt)
                            .thenExpand(info, length);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK derives with HKDF-SHA256", e);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
