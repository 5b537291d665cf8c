package dev.bonafide.method.totp;

import dev.bonafide.kernel.Refused;
import dev.bonafide.method.totp.Totp.Parameters;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an authenticator app is given: {@code
 * otpauth://totp/<issuer>:<account>?algorithm=SHA1&digits=6&issuer=<issuer>&period=30&secret=<BASE32>}
 * (contract clause 3.3). Never printed: it holds the secret.
 *
 * @param issuer who asks for the code; "" where it does not say
 * @param account whose code it is
 * @param secret Base32 in upper case without padding, 80 to 1024 bits
 */
record OtpAuthUrl(String issuer, String account, Parameters parameters, String secret) {
    private static final int SECRET_BYTES_MIN = 10;
    private static final int SECRET_BYTES_MAX = 128;

    OtpAuthUrl {
        require(!account.isBlank(), "it names no account");
        require(!issuer.isEmpty() || !account.contains(":"), "the account looks like an issuer");
        require(noControls(issuer) && noControls(account), "it has control characters");
        int bytes = Base32.decode(secret).length;
        require(
                bytes >= SECRET_BYTES_MIN && bytes <= SECRET_BYTES_MAX,
                "a secret has 80 to 1024 bits");
    }

    static OtpAuthUrl of(String issuer, String account, Parameters parameters, byte[] secret) {
        return new OtpAuthUrl(issuer, account, parameters, Base32.encode(secret));
    }

    /**
     * Reads one in any case of spelling; what is absent is as {@link Parameters#USUAL}. Strict: a
     * parameter that is not known, given twice or out of bounds could mean other codes than ours,
     * and its owner would be locked out.
     *
     * @throws Refused {@code totp.url}, without the text, which is a secret
     */
    static OtpAuthUrl parse(String text) {
        try {
            return OtpAuthUrlParser.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Refused("totp.url", "no otpauth:// address: " + e.getMessage());
        }
    }

    Totp totp() {
        return new Totp(parameters, Base32.decode(secret));
    }

    String text() {
        String label = PercentText.encode(account);
        String from = PercentText.encode(issuer);
        Map<String, String> query = new TreeMap<>();
        query.put("algorithm", parameters.algorithm().name());
        query.put("digits", String.valueOf(parameters.digits()));
        query.put("period", String.valueOf(parameters.period()));
        query.put("secret", secret);
        if (!from.isEmpty()) {
            label = from + ":" + label;
            query.put("issuer", from);
        }
        return "otpauth://totp/" + label + "?" + join(query);
    }

    @Override
    public String toString() {
        return "OtpAuthUrl[issuer=" + issuer + "]";
    }

    private static String join(Map<String, String> query) {
        return query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
    }

    private static boolean noControls(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
