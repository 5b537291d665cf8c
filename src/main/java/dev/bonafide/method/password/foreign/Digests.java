package dev.bonafide.method.password.foreign;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.digests.MD4Digest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;

/**
 * The digests that passwords were hashed with. Half of them are broken; they only compare what was
 * hashed elsewhere, once, until its owner logs in.
 */
final class Digests {
    private Digests() {}

    /** By its name in lower case. */
    static ExtendedDigest of(String name) {
        return switch (name) {
            case "md4" -> new MD4Digest();
            case "md5" -> new MD5Digest();
            case "sha1" -> new SHA1Digest();
            case "sha224" -> new SHA224Digest();
            case "sha256" -> SHA256Digest.newInstance();
            case "sha384" -> new SHA384Digest();
            case "sha512" -> new SHA512Digest();
            default -> throw new IllegalArgumentException("its digest is not known");
        };
    }

    static byte[] digest(String name, byte[] input) {
        Digest digest = of(name);
        digest.update(input, 0, input.length);
        byte[] output = new byte[digest.getDigestSize()];
        digest.doFinal(output, 0);
        return output;
    }
}
