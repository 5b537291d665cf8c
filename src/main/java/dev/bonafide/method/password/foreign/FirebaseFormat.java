package dev.bonafide.method.password.foreign;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.StreamCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.SICBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * Firebase's scrypt: {@code
 * $firescrypt$ln=<mem_cost>,r=<rounds>,p=1$<salt>$<hash>$<salt_separator>$<signer_key>}. The
 * project's signer key is encrypted (AES-256-CTR from a counter of zero) with what scrypt makes of
 * the password; that is the hash.
 */
final class FirebaseFormat implements Format {
    private static final int KEY_BYTES = 32;
    private static final int COUNTER_BYTES = 16;

    private static final Pattern FORM =
            Pattern.compile(
                    "\\$firescrypt\\$ln=([1-9]\\d?),r=([1-9]\\d{0,2}),p=([1-9]\\d{0,2})"
                            + "\\$([^$]*)\\$([^$]*)\\$([^$]*)\\$([^$]*)");

    @Override
    public boolean recognises(String text) {
        return text.startsWith("$firescrypt$");
    }

    @Override
    public ForeignHash read(String text) {
        Matcher parts =
                Bounds.match(
                        FORM,
                        text,
                        "$firescrypt$ln=…,r=…,p=…$<salt>$<hash>$<salt_separator>$<signer_key>");
        int logarithm = Integer.parseInt(parts.group(1));
        Bounds.require(logarithm <= 30, "it takes more than 256 MiB of memory");
        String blocks = String.valueOf(1L << logarithm);
        ScryptCost cost = ScryptCost.of(blocks, parts.group(2), parts.group(3));
        byte[] salt = Bounds.salt(Bounds.base64(parts.group(4)));
        byte[] seasoned = Bounds.join(salt, Bounds.base64(parts.group(6)));
        byte[] output = Bounds.base64(parts.group(5));
        byte[] signer = Bounds.base64(parts.group(7));
        Bounds.length(output, 16, 128);
        Bounds.require(signer.length == output.length, "its hash is not as long as the signer key");
        return new ForeignHash(
                output, password -> encrypted(signer, cost.derive(password, seasoned, KEY_BYTES)));
    }

    private static byte[] encrypted(byte[] signer, byte[] key) {
        StreamCipher cipher = SICBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(true, new ParametersWithIV(new KeyParameter(key), new byte[COUNTER_BYTES]));
        byte[] output = new byte[signer.length];
        cipher.processBytes(signer, 0, signer.length, output, 0);
        return output;
    }
}
