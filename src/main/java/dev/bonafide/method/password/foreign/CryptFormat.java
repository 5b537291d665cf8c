package dev.bonafide.method.password.foreign;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.Md5Crypt;
import org.apache.commons.codec.digest.Sha2Crypt;

/**
 * crypt(3): {@code $1$}, {@code $apr1$}, {@code $5$}, {@code $6$}, and Kratos' names for them,
 * {@code $md5-crypt$}, {@code $sha256-crypt$}, {@code $sha512-crypt$}.
 */
final class CryptFormat implements Format {
    /** Half as many again as others use; some two seconds. */
    private static final int ROUNDS_MAX = 1_000_000;

    private static final Pattern MD5 =
            Pattern.compile("\\$(1|apr1)\\$[./0-9A-Za-z]{1,8}\\$[./0-9A-Za-z]{22}");

    private static final Pattern SHA =
            Pattern.compile(
                    "\\$([56])\\$(?:rounds=([1-9]\\d{3,8})\\$)?[./0-9A-Za-z]{1,16}"
                            + "\\$(?:[./0-9A-Za-z]{43}|[./0-9A-Za-z]{86})");

    @Override
    public boolean recognises(String text) {
        return text.matches("\\$(1|apr1|5|6|md5-crypt|sha256-crypt|sha512-crypt)\\$.*");
    }

    @Override
    public ForeignHash read(String text) {
        String modular =
                text.replaceFirst("^\\$md5-crypt", "\\$1")
                        .replaceFirst("^\\$sha256-crypt", "\\$5")
                        .replaceFirst("^\\$sha512-crypt", "\\$6");
        return MD5.matcher(modular).matches() ? md5(modular) : sha(modular);
    }

    private static ForeignHash md5(String text) {
        boolean apache = text.startsWith("$apr1$");
        return new ForeignHash(
                bytes(text),
                password ->
                        bytes(
                                apache
                                        ? Md5Crypt.apr1Crypt(password, text)
                                        : Md5Crypt.md5Crypt(password, text)));
    }

    private static ForeignHash sha(String text) {
        Matcher parts = Bounds.match(SHA, text, "a crypt(3) hash with a salt");
        int rounds = parts.group(2) == null ? 5000 : Integer.parseInt(parts.group(2));
        Bounds.require(rounds <= ROUNDS_MAX, "it asks for more than 1000000 rounds");
        boolean longer = parts.group(1).equals("6");
        int digits = text.length() - text.lastIndexOf('$') - 1;
        Bounds.require(digits == (longer ? 86 : 43), "its hash has not the length of its digest");
        return new ForeignHash(
                bytes(text),
                password ->
                        bytes(
                                longer
                                        ? Sha2Crypt.sha512Crypt(password, text)
                                        : Sha2Crypt.sha256Crypt(password, text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
