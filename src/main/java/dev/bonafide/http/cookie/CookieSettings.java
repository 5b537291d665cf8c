package dev.bonafide.http.cookie;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Kratos' {@code cookies.*} and {@code session.cookie.*}. What the second leaves out it takes from
 * the first; {@code secure} is by default whatever is not {@code --dev}.
 *
 * @param common scope of all cookies but the session's
 * @param session scope of the session's cookie
 * @param sessionName its name
 * @param persistent whether the browser keeps it for the rest of the session's life; false makes it
 *     end with the browser
 */
public record CookieSettings(
        CookieScope common, CookieScope session, String sessionName, boolean persistent) {
    /** {@code cookies}. */
    record Common(
            @Nullable String domain,
            @Default("/") String path,
            @Default("Lax") SameSite sameSite,
            @Nullable Boolean secure) {
        Common {
            CookieScope.check(domain, path);
        }
    }

    /** {@code session.cookie}. */
    record OfSession(
            @Default("ory_kratos_session") String name,
            @Nullable String domain,
            @Nullable String path,
            @Nullable SameSite sameSite,
            @Nullable Boolean secure,
            @Default("true") boolean persistent) {
        OfSession {
            CookieScope.check(domain, path);
        }
    }

    /**
     * Reads both parts.
     *
     * @throws BadConfiguration for what no browser would keep
     */
    public static CookieSettings of(Configuration configuration) {
        Common common = configuration.bind("cookies", Common.class);
        OfSession own = configuration.bind("session.cookie", OfSession.class);
        CookieScope every = every(common, !configuration.dev());
        CookieScope session = session(own, every);
        if (!session.suits(own.name())) {
            throw new BadConfiguration(
                    "session.cookie.name",
                    '"'
                            + own.name()
                            + "\" is refused; allowed: letters, digits and signs such as _ and -, and after __Host- or"
                            + " __Secure- only what that promises (Secure; for __Host- no domain, and the path /)");
        }
        return new CookieSettings(every, session, own.name(), own.persistent());
    }

    private static CookieScope every(Common common, boolean secure) {
        return new CookieScope(
                named(common.domain()),
                common.path(),
                common.sameSite(),
                Objects.requireNonNullElse(common.secure(), secure));
    }

    private static CookieScope session(OfSession own, CookieScope every) {
        return new CookieScope(
                own.domain() == null ? every.domain() : named(own.domain()),
                Objects.requireNonNullElse(own.path(), every.path()),
                Objects.requireNonNullElse(own.sameSite(), every.sameSite()),
                Objects.requireNonNullElse(own.secure(), every.secure()));
    }

    /** An empty domain is none: so templates of configurations leave it out. */
    private static @Nullable String named(@Nullable String domain) {
        return domain == null || domain.isEmpty() ? null : domain;
    }
}
