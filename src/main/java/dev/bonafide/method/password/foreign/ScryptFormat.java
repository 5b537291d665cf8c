package dev.bonafide.method.password.foreign;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * scrypt as Kratos spells it: {@code $scrypt$ln=<N>,r=…,p=…$<salt>$<hash>}, padded base64; {@code
 * ln} is N itself, not its logarithm as in PHC strings. No small N is taken, so that the two can't
 * be mistaken for one another.
 */
final class ScryptFormat implements Format {
    private static final Pattern FORM =
            Pattern.compile(
                    "\\$scrypt\\$ln=([1-9]\\d{0,8}),r=([1-9]\\d{0,2}),p=([1-9]\\d{0,2})"
                            + "\\$([^$]*)\\$([^$]*)");

    @Override
    public boolean recognises(String text) {
        return text.startsWith("$scrypt$");
    }

    @Override
    public ForeignHash read(String text) {
        Matcher parts = Bounds.match(FORM, text, "$scrypt$ln=…,r=…,p=…$<salt>$<hash>");
        ScryptCost cost = ScryptCost.of(parts.group(1), parts.group(2), parts.group(3));
        byte[] salt = Bounds.salt(Bounds.base64(parts.group(4)));
        byte[] output = Bounds.base64(parts.group(5));
        Bounds.length(output, 16, 128);
        return new ForeignHash(output, password -> cost.derive(password, salt, output.length));
    }
}
