package dev.bonafide.method.password.foreign;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** LDAP's {@code {SSHA}}, {@code {SSHA256}}, {@code {SSHA512}}: base64 of digest and salt. */
final class SaltedShaFormat implements Format {
    private static final Pattern FORM = Pattern.compile("\\{SSHA(256|512)?}(.*)");

    @Override
    public boolean recognises(String text) {
        return text.startsWith("{SSHA");
    }

    @Override
    public ForeignHash read(String text) {
        Matcher parts = Bounds.match(FORM, text, "{SSHA}, {SSHA256} or {SSHA512} and base64");
        String digest = parts.group(1) == null ? "sha1" : "sha" + parts.group(1);
        byte[] both = Bounds.base64(parts.group(2));
        int length = Digests.of(digest).getDigestSize();
        Bounds.require(both.length >= length, "it is shorter than its digest");
        byte[] salt = Bounds.salt(Arrays.copyOfRange(both, length, both.length));
        return new ForeignHash(
                Arrays.copyOf(both, length),
                password -> Digests.digest(digest, Bounds.join(password, salt)));
    }
}
