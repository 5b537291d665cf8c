package dev.bonafide.method.totp;

import dev.bonafide.method.totp.Totp.Algorithm;
import dev.bonafide.method.totp.Totp.Parameters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an {@link OtpAuthUrl}; {@link IllegalArgumentException} says what is wrong with it. */
final class OtpAuthUrlParser {
    private static final int LENGTH_MAX = 4096;

    private static final Pattern FORM =
            Pattern.compile(
                    "otpauth://totp/([!-~&&[^/?#]]+)\\?([!-~&&[^?#]]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    private static final Set<String> KNOWN =
            Set.of("algorithm", "digits", "issuer", "period", "secret");

    private OtpAuthUrlParser() {}

    static OtpAuthUrl parse(String text) {
        if (text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("it is too long");
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("it does not look like otpauth://totp/label?query");
        }
        Map<String, String> query = query(form.group(2));
        Label label = label(PercentText.decode(form.group(1)), query.getOrDefault("issuer", ""));
        byte[] secret = Base32.decode(letters(query.getOrDefault("secret", "")));
        return OtpAuthUrl.of(label.issuer(), label.account(), parameters(query), secret);
    }

    /** Some write the secret in groups, or with the padding that the format leaves out. */
    private static String letters(String secret) {
        return secret.replace(" ", "").replaceFirst("={1,6}$", "");
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = pair.substring(0, Math.max(equals, 0)).toLowerCase(Locale.ROOT);
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("it has a parameter that is not known");
            }
            String value = PercentText.decode(pair.substring(equals + 1));
            if (query.put(name, value) != null) {
                throw new IllegalArgumentException(name + " is given twice");
            }
        }
        return query;
    }

    private static Parameters parameters(Map<String, String> query) {
        Parameters usual = Parameters.USUAL;
        return new Parameters(
                algorithm(query.getOrDefault("algorithm", usual.algorithm().name())),
                number(query.getOrDefault("digits", String.valueOf(usual.digits()))),
                number(query.getOrDefault("period", String.valueOf(usual.period()))));
    }

    private static Algorithm algorithm(String name) {
        for (Algorithm algorithm : Algorithm.values()) {
            if (algorithm.name().equalsIgnoreCase(name)) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("the algorithm is SHA1, SHA256 or SHA512");
    }

    private static int number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("digits and period are whole numbers");
        }
        return Integer.parseInt(text);
    }

    /** A label is an account, or an issuer and an account; the issuer then is the parameter's. */
    private static Label label(String label, String issuer) {
        int colon = label.indexOf(':');
        if (!issuer.isEmpty() && label.startsWith(issuer + ":")) {
            return new Label(issuer, account(label.substring(issuer.length() + 1)));
        }
        if (colon >= 0 && !issuer.isEmpty()) {
            throw new IllegalArgumentException("label and parameter name different issuers");
        }
        return colon < 0
                ? new Label(issuer, account(label))
                : new Label(label.substring(0, colon), account(label.substring(colon + 1)));
    }

    /** Some put spaces between the two. */
    private static String account(String text) {
        return text.replaceFirst("^ +", "");
    }

    private record Label(String issuer, String account) {}
}
