package dev.bonafide.method.password.foreign;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * HMAC (RFC 2104) of the password: {@code $hmac-sha256$<hash>$<key>}, padded base64; what stands
 * for the hash is the base64 of its lower-case hex.
 */
final class HmacFormat implements Format {
    private static final int KEY_MAX = 1024;

    private static final Pattern FORM =
            Pattern.compile(
                    "\\$hmac-(md4|md5|sha1|sha224|sha256|sha384|sha512)\\$([^$]*)\\$([^$]*)");

    @Override
    public boolean recognises(String text) {
        return text.startsWith("$hmac-");
    }

    @Override
    public ForeignHash read(String text) {
        Matcher parts = Bounds.match(FORM, text, "$hmac-<digest>$<hash>$<key>");
        String digest = parts.group(1);
        byte[] key = Bounds.base64(parts.group(3));
        Bounds.require(key.length > 0 && key.length <= KEY_MAX, "its key has not 1 to 1024 bytes");
        byte[] output = hex(Bounds.base64(parts.group(2)));
        int length = Digests.of(digest).getDigestSize();
        Bounds.length(output, length, length);
        return new ForeignHash(output, password -> mac(digest, key, password));
    }

    private static byte[] hex(byte[] text) {
        String digits = new String(text, StandardCharsets.ISO_8859_1);
        Bounds.require(
                digits.matches("([0-9a-f]{2})*"), "its hash is not the base64 of lower-case hex");
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] mac(String digest, byte[] key, byte[] password) {
        HMac mac = new HMac(Digests.of(digest));
        mac.init(new KeyParameter(key));
        mac.update(password, 0, password.length);
        byte[] output = new byte[mac.getMacSize()];
        mac.doFinal(output, 0);
        return output;
    }
}
