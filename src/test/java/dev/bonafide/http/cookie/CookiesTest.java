package dev.bonafide.http.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.http.FakeCall;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.SealingKeys;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Cookies that only this server makes, and only for what they are. */
class CookiesTest {
    private static final String OLD = "an-old-secret-of-thirty-two-bytes";
    private static final String NEW = "a-new-secret-of-thirty-two-bytes!";
    private static final Instant END = Instant.parse("2030-01-02T03:04:05Z");
    private static final String TOKEN = "ory_st_token";
    private static final IdentityId ADA = new IdentityId(new UUID(1, 1));

    private Instant now = Instant.parse("2030-01-01T03:04:05Z");

    private SessionCookies sessions(String... secrets) {
        return new SessionCookies(
                CookiesTest::settings, () -> keys(secrets), clock(), Entropy.system());
    }

    private DeviceCookies devices(String... secrets) {
        return new DeviceCookies(
                CookiesTest::settings, () -> keys(secrets), clock(), Entropy.system());
    }

    private static CookieSettings settings() {
        CookieScope scope = new CookieScope(null, "/", SameSite.LAX, true);
        return new CookieSettings(scope, scope, "ory_kratos_session", true);
    }

    private static SealingKeys keys(String... secrets) {
        return SealingKeys.of(List.of(secrets), SessionCookies.PURPOSE);
    }

    private Clock clock() {
        return () -> now;
    }

    private static String value(String line) {
        return line.substring(line.indexOf('=') + 1, line.indexOf(';'));
    }

    @Test
    void aSessionCookieHoldsItsTokenAndShowsNothing() {
        String line = sessions(NEW).issue(TOKEN, END);
        assertThat(line).contains("Max-Age=86400", "HttpOnly", "Secure", "SameSite=Lax", "Path=/");
        assertThat(line).doesNotContain("ory_st_", "Domain");
        assertThat(line.length()).isLessThan(4096);
        assertThat(sessions(NEW).token(value(line))).contains(TOKEN);
        assertThat(value(line)).isNotEqualTo(value(sessions(NEW).issue(TOKEN, END)));
    }

    @Test
    void oneBitOfATamperedCookieIsEnough() {
        String value = value(sessions(NEW).issue(TOKEN, END));
        for (int i = 0; i < value.length(); i++) {
            char other = value.charAt(i) == 'A' ? 'B' : 'A';
            String tampered = value.substring(0, i) + other + value.substring(i + 1);
            if (!tampered.equals(value)) {
                assertThat(sessions(NEW).token(tampered)).as(tampered).isEmpty();
            }
        }
        for (String other : List.of("", "x", TOKEN, "====", value + "A", value.substring(1))) {
            assertThat(sessions(NEW).token(other)).isEmpty();
        }
    }

    /** Lengths of all kinds, so that letters with bits that nobody reads are among them. */
    @Test
    void aSealedTextHasOneSpelling() {
        for (int length = 0; length < 3; length++) {
            String value = value(sessions(NEW).issue(TOKEN + "x".repeat(length), END));
            int last = value.length() - 1;
            String spellings =
                    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                            .chars()
                            .filter(letter -> letter != value.charAt(last))
                            .filter(letter -> opens(value.substring(0, last) + (char) letter))
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
            assertThat(spellings).isEmpty();
            assertThat(opens(value + "=")).isFalse();
        }
    }

    private boolean opens(String value) {
        return sessions(NEW).token(value).isPresent();
    }

    @Test
    void anOldSecretReadsOnAndTheNewOneWrites() {
        String old = value(sessions(OLD).issue(TOKEN, END));
        assertThat(sessions(NEW, OLD).token(old)).contains(TOKEN);
        assertThat(sessions(NEW).token(old)).isEmpty();
        String fresh = value(sessions(NEW, OLD).issue(TOKEN, END));
        assertThat(sessions(NEW).token(fresh)).contains(TOKEN);
        assertThat(sessions(OLD).token(fresh)).isEmpty();
    }

    @Test
    void aCookieOfOneKindIsNotAnother() {
        String device = value(devices(NEW).remember(FakeCall.get("/"), ADA).orElseThrow());
        assertThat(sessions(NEW).token(device)).isEmpty();
        String session = value(sessions(NEW).issue(TOKEN, END));
        FakeCall call = FakeCall.get("/").cookie(DeviceCookies.NAME, session);
        assertThat(devices(NEW).knows(call, ADA)).isFalse();
    }

    @Test
    void onlyACookieThatEndsTooEarlyIsRenewed() {
        String value = value(sessions(NEW).issue(TOKEN, END));
        FakeCall call = FakeCall.get("/").cookie("ory_kratos_session", value);
        assertThat(sessions(NEW).renewed(call, END)).isEmpty();
        String line = sessions(NEW).renewed(call, END.plusSeconds(60)).orElseThrow();
        assertThat(sessions(NEW).open(value(line)))
                .contains(new SessionCookies.Content(END.plusSeconds(60), TOKEN));
        call.header("X-Session-Token", "ory_st_other");
        assertThat(sessions(NEW).renewed(call, END.plusSeconds(60))).isEmpty();
    }

    @Test
    void aDeviceKnowsWhoLoggedInWithinThirtyDays() {
        String value = value(devices(NEW).remember(FakeCall.get("/"), ADA).orElseThrow());
        FakeCall call = FakeCall.get("/").cookie(DeviceCookies.NAME, value);
        assertThat(devices(NEW).knows(call, ADA)).isTrue();
        assertThat(devices(NEW).knows(call, new IdentityId(new UUID(2, 2)))).isFalse();
        assertThat(devices(NEW).remember(call, ADA)).isEmpty();
        now = now.plus(Duration.ofDays(2));
        assertThat(devices(NEW).remember(call, ADA)).isPresent();
        now = now.plus(Duration.ofDays(29));
        assertThat(devices(NEW).knows(call, ADA)).isFalse();
    }

    @Test
    void aSharedDeviceKnowsTheLastEight() {
        FakeCall call = FakeCall.get("/");
        List<IdentityId> people = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            people.add(new IdentityId(new UUID(i, i)));
            String line = devices(NEW).remember(call, people.get(i)).orElseThrow();
            call = FakeCall.get("/").cookie(DeviceCookies.NAME, value(line));
        }
        assertThat(devices(NEW).knows(call, people.getFirst())).isFalse();
        for (IdentityId person : people.subList(1, 9)) {
            assertThat(devices(NEW).knows(call, person)).isTrue();
        }
    }

    @Test
    void aFormsTokenIsMaskedAnewAndMatchesItsCookieAlone() {
        CsrfCookies cookies =
                new CsrfCookies(
                        URI.create("https://id.example/"),
                        CookiesTest::settings,
                        clock(),
                        Entropy.system());
        CsrfToken token = cookies.fresh();
        String line = cookies.issue(token);
        assertThat(line).startsWith("csrf_token_").contains("HttpOnly", "Max-Age=31536000");
        String name = line.substring(0, line.indexOf('='));
        CsrfToken presented =
                cookies.presented(FakeCall.get("/").cookie(name, value(line))).orElseThrow();
        String field = cookies.field(token);
        assertThat(field).isNotEqualTo(cookies.field(token)).doesNotContain(value(line));
        assertThat(presented.matches(field)).isTrue();
        assertThat(presented.matches(value(line))).isTrue();
        assertThat(cookies.fresh().matches(field)).isFalse();
        for (String other : List.of("", "x", "====", field.substring(4), field + "AAAA")) {
            assertThat(presented.matches(other)).as(other).isFalse();
        }
    }
}
