package dev.bonafide.http.cookie;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import dev.bonafide.config.Doc;
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
    static final String DOMAIN = "a host name, or empty for none";
    static final String PATH = "a path such as /";
    static final String SESSIONS = "The same for the session's cookie alone.";

    /** {@code cookies}. */
    record Common(
            @Nullable
                    @Doc(
                            value = "Hosts below it get our cookies too.",
                            allowed = DOMAIN,
                            absent = "the host alone that set them")
                    String domain,
            @Default("/") @Doc(value = "Of the addresses that get them.", allowed = PATH)
                    String path,
            @Default("Lax")
                    @Doc(
                            "To which requests from elsewhere browsers add them. `None` is written as `Lax` where `secure` is false.")
                    SameSite sameSite,
            @Nullable
                    @Doc(
                            value = "Whether they go over TLS alone.",
                            absent = "`true`, with `--dev` `false`")
                    Boolean secure) {
        Common {
            CookieScope.check(domain, path);
        }
    }

    /** {@code session.cookie}. */
    record OfSession(
            @Default("ory_kratos_session")
                    @Doc(
                            value = "The cookie that holds a session's token.",
                            allowed =
                                    "letters, digits and signs such as `_`, what `__Host-` and `__Secure-` promise")
                    String name,
            @Nullable @Doc(value = SESSIONS, allowed = DOMAIN, absent = "`cookies.domain`")
                    String domain,
            @Nullable @Doc(value = SESSIONS, allowed = PATH, absent = "`cookies.path`") String path,
            @Nullable @Doc(value = SESSIONS, absent = "`cookies.same_site`") SameSite sameSite,
            @Nullable @Doc(value = SESSIONS, absent = "`cookies.secure`") Boolean secure,
            @Default("true")
                    @Doc(
                            "Whether the browser keeps it for the rest of the session's life; else it ends with the browser.")
                    boolean persistent) {
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
