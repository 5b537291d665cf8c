package dev.bonafide.method.password;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * bcrypt as other systems stored it ({@code $2a$}, {@code $2b$}, {@code $2y$}): verified, never
 * made. Over the bytes as received, because those systems do not normalise.
 */
final class BcryptHash implements StoredHash {
    /** Costs 4 to 16; each step doubles the time, and 16 takes some seconds. */
    private static final Pattern FORM =
            Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-6])\\$[./A-Za-z0-9]{53}");

    private static final String DIGITS =
            "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** Where the last character of the salt stands. */
    private static final int SALT_LAST = 28;

    /** bcrypt reads no further. */
    private static final int BYTES_MAX = 72;

    private final String text;

    private BcryptHash(String text) {
        this.text = text;
    }

    static Optional<BcryptHash> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new BcryptHash(canonical(text)))
                : Optional.empty();
    }

    /**
     * Two bits of the salt's last character count; salts chosen by hand have others, too, which
     * would make the comparison of texts fail.
     */
    private static String canonical(String text) {
        int bits = DIGITS.indexOf(text.charAt(SALT_LAST)) & 0x30;
        return text.substring(0, SALT_LAST) + DIGITS.charAt(bits) + text.substring(SALT_LAST + 1);
    }

    /**
     * A longer password than bcrypt reads never matches, or every one with the same head would
     * (CVE-2025-22228); it is compared first, so that length tells nothing (CVE-2025-22234).
     */
    @Override
    public boolean matches(Typed typed) {
        byte[] password = typed.asReceived();
        return OpenBSDBCrypt.checkPassword(text, password) && password.length <= BYTES_MAX;
    }

    @Override
    public boolean below(Argon2Cost target) {
        return true;
    }

    /** Never the hash. */
    @Override
    public String toString() {
        return "BcryptHash";
    }
}
