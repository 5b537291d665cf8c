package dev.bonafide.http.cookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieSettingsTest {
    private static final Instant NOW = Instant.parse("2026-03-05T08:09:07.9Z");

    private static CookieSettings of(String yaml) {
        return CookieSettings.of(Written.yaml(yaml));
    }

    @Test
    void absentKeysMeanWhatTheyMeanToKratos() {
        CookieScope scope = new CookieScope(null, "/", SameSite.LAX, true);
        assertThat(of("{}"))
                .isEqualTo(new CookieSettings(scope, scope, "ory_kratos_session", true));
    }

    @Test
    void theSessionsCookieTakesWhatItLeavesOutFromAllCookies() {
        CookieSettings settings =
                of(
                        "cookies: {domain: example.org, path: /auth, same_site: Strict, secure: false}\n"
                                + "session: {cookie: {path: /, name: sid, persistent: false}}");
        assertThat(settings.common())
                .isEqualTo(new CookieScope("example.org", "/auth", SameSite.STRICT, false));
        assertThat(settings)
                .isEqualTo(
                        new CookieSettings(
                                settings.common(),
                                new CookieScope("example.org", "/", SameSite.STRICT, false),
                                "sid",
                                false));
    }

    @Test
    void theSessionsCookieMayHaveAllOfItsOwn() {
        assertThat(
                        of("cookies: {domain: example.org, same_site: Strict}\n"
                                        + "session: {cookie: {domain: '', same_site: None, secure: true}}")
                                .session())
                .isEqualTo(new CookieScope(null, "/", SameSite.NONE, true));
    }

    @Test
    void theEnvironmentSetsThem() {
        CookieSettings settings =
                CookieSettings.of(
                        Written.yaml(
                                "{}",
                                Map.of(
                                        "SESSION_COOKIE_NAME",
                                        "from_outside",
                                        "COOKIES_SAME_SITE",
                                        "Strict")));
        assertThat(settings.sessionName()).isEqualTo("from_outside");
        assertThat(settings.session().sameSite()).isEqualTo(SameSite.STRICT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cookies: {same_site: lax}                | cookies.same_site: "lax" is refused; allowed: Strict, Lax, None
                    cookies: {domain: 'a;b'}                 | cookies.domain: "a;b" is refused; allowed: a host name
                    session: {cookie: {domain: 'http://x/'}} | session.cookie.domain: "http://x/" is refused; allowed: a host name
                    session: {cookie: {path: auth}}          | session.cookie.path: "auth" is refused; allowed: a path such as /
                    session: {cookie: {path: '/; Secure'}}   | session.cookie.path: "/; Secure" is refused; allowed: a path such as /
                    session: {cookie: {name: 'a b'}}         | session.cookie.name: "a b" is refused; allowed: letters, digits
                    session: {cookie: {persistent: yes}}     | session.cookie.persistent: "yes" is refused; allowed: true or false
                    """)
    void refusesWhatNoBrowserWouldKeep(String yaml, String message) {
        assertThatThrownBy(() -> of(yaml))
                .isInstanceOf(BadConfiguration.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cookies: {secure: false}\nsession: {cookie: {name: __Secure-sid}}",
                "session: {cookie: {name: __Host-sid, domain: example.org}}",
                "session: {cookie: {name: __Host-sid, path: /auth}}",
                "session: {cookie: {name: __host-sid, secure: false}}"
            })
    void aNameMustNotPromiseWhatTheAttributesBreak(String yaml) {
        assertThatThrownBy(() -> of(yaml)).hasMessageStartingWith("session.cookie.name: ");
    }

    @Test
    void aNameMayPromiseWhatTheAttributesKeep() {
        assertThat(of("session: {cookie: {name: __Host-sid}}").sessionName())
                .isEqualTo("__Host-sid");
        assertThat(of("session: {cookie: {name: __Secure-sid, domain: a.example}}").sessionName())
                .isEqualTo("__Secure-sid");
    }

    @Test
    void writesACookieThatEndsWithTheBrowser() {
        CookieScope scope = new CookieScope("example.org", "/auth", SameSite.STRICT, true);
        assertThat(scope.passing("sid", "aZ0-_="))
                .isEqualTo(
                        "sid=aZ0-_=; Path=/auth; Domain=example.org; HttpOnly; Secure; SameSite=Strict");
    }

    @Test
    void writesACookieThatLastsForWholeSeconds() {
        CookieScope scope = new CookieScope(null, "/", SameSite.NONE, true);
        assertThat(scope.lasting("sid", "v", NOW, Duration.ofMillis(90_900)))
                .isEqualTo(
                        "sid=v; Max-Age=90; Expires=Thu, 05 Mar 2026 08:10:37 GMT; Path=/; HttpOnly; Secure; SameSite=None");
        assertThat(scope.lasting("sid", "v", NOW, Duration.ZERO)).contains("; Max-Age=1;");
    }

    @Test
    void writesACookieThatTheBrowserForgets() {
        CookieScope scope = new CookieScope("a.example", "/", SameSite.LAX, true);
        assertThat(scope.gone("sid"))
                .isEqualTo(
                        "sid=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/; Domain=a.example; HttpOnly; Secure; SameSite=Lax");
    }

    @Test
    void noneWithoutSecureIsWrittenAsLax() {
        CookieScope scope = new CookieScope(null, "/", SameSite.NONE, false);
        assertThat(scope.passing("sid", "v")).isEqualTo("sid=v; Path=/; HttpOnly; SameSite=Lax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "a b", "a\"b", "a,b", "a\\b", "a\r\nSet-Cookie: x=y", "ä"})
    void aValueThatCouldEndThePairIsAMistakeOfOurs(String value) {
        CookieScope scope = new CookieScope(null, "/", SameSite.LAX, true);
        assertThatThrownBy(() -> scope.passing("sid", value))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
