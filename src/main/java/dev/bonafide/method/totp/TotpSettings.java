package dev.bonafide.method.totp;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import dev.bonafide.config.Doc;
import dev.bonafide.config.Range;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How the operator wants it.
 *
 * @param enabled {@code selfservice.methods.totp.enabled}, off by default
 * @param issuer {@code selfservice.methods.totp.config.issuer}: what an app shows before the
 *     account, 1 to 64 characters; the public host where absent
 * @param skew {@code bonafide.totp.skew}: how many steps before and after the present one are
 *     accepted, 0 or 1. 1 as in Kratos, for clocks that are off; 0 is stricter than RFC 6238 and
 *     keeps a code's life at one period (ASVS 6.5.5)
 */
public record TotpSettings(boolean enabled, String issuer, int skew) {
    private static final int ISSUER_MAX = 64;

    /**
     * Reads both places.
     *
     * @param publicUrl where the server says that it is
     * @throws BadConfiguration naming key, value and what is allowed
     */
    public static TotpSettings of(Configuration configuration, URI publicUrl) {
        Method method = configuration.bind("selfservice.methods.totp", Method.class);
        Own own = configuration.bind("bonafide.totp", Own.class);
        String issuer = method.config().issuer();
        return new TotpSettings(
                method.enabled(),
                issuer == null || issuer.isEmpty() ? host(publicUrl) : issuer,
                own.skew());
    }

    private static String host(URI url) {
        String host = url.getHost();
        return host == null || host.length() > ISSUER_MAX ? "Bonafide" : host;
    }

    record Method(
            @Default("false") @Doc("Whether authenticator apps are a second factor.")
                    boolean enabled,
            Config config) {}

    record Config(
            @Nullable
                    @Doc(
                            value = "What an app shows before the account's name.",
                            allowed = "a text of at most 64 characters on one line",
                            absent = "the public host")
                    String issuer) {
        Config {
            if (issuer != null && !shows(issuer)) {
                throw new BadConfiguration(
                        "issuer",
                        '"'
                                + issuer.replaceAll("\\p{Cntrl}", "?")
                                + "\" is refused; allowed: at most 64 characters on one line");
            }
        }

        private static boolean shows(String issuer) {
            return issuer.codePointCount(0, issuer.length()) <= ISSUER_MAX
                    && issuer.chars().noneMatch(Character::isISOControl);
        }
    }

    record Own(
            @Default("1")
                    @Range(min = 0, max = 1)
                    @Doc(
                            "How many steps of 30 s before and after the present one a code may be of. 1 as in Kratos, for clocks that are off; 0 keeps a code's life at one period (ASVS 6.5.5).")
                    int skew) {}
}
