package dev.bonafide.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Reading.Reader;
import dev.bonafide.http.Problem;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTest {
    private static final int MANY = 1_000_000;

    private static final ReturnTo ALLOWED =
            returnTo(
                    "https://app.example.org/app",
                    "https://example.org:8443",
                    "http://127.0.0.1:4455/",
                    "https://*.wild.example/app/",
                    "myapp://callback/done");

    private static final Map<String, Reader> READERS =
            Map.of(
                    "RFC 3986", Reading::byRfc,
                    "WHATWG", Reading::byWhatwg,
                    "obliging", Reading::obligingly);

    private static ReturnTo returnTo(String... allowed) {
        return new ReturnTo(
                Setting.always(Stream.of(allowed).map(URI::create).toList()),
                Setting.always(URI.create("https://app.example.org/welcome?x")));
    }

    /** The list again, said in another way than by the class under test. */
    private static boolean isHome(Reading at) {
        String server = at.scheme() + "://" + at.host() + ":" + at.port();
        boolean below = at.path().equals("/app") || at.path().startsWith("/app/");
        return server.equals("https://example.org:8443")
                || server.equals("http://127.0.0.1:4455")
                || (server.equals("https://app.example.org:443") && below)
                || (server.matches("https://([a-z0-9_-]+\\.)+wild\\.example:443") && below);
    }

    /** What only a parser with a fault could read in two ways. */
    private static boolean isCalm(String url) {
        return url.matches(
                "https?://[a-z.]+(:[1-9][0-9]{0,4})?(/[a-z]+)*/?(\\?[a-z=]*)?(#[a-z]*)?");
    }

    @Test
    void aMillionAddressesLeadNobodyAstrayWhoeverReadsThem() {
        Addresses addresses = new Addresses(20_261_125);
        int accepted = 0;
        int calm = 0;
        for (int i = 0; i < MANY; i++) {
            String url = addresses.next();
            boolean allowed = ALLOWED.allows(url);
            if (allowed) {
                accepted++;
                READERS.forEach((name, reader) -> requireHome(url, name, reader));
            } else if (isCalm(url)) {
                calm++;
                assertThat(Reading.byWhatwg(url).filter(ReturnToTest::isHome)).as(url).isEmpty();
            }
        }
        assertThat(accepted).isGreaterThan(5_000);
        assertThat(calm).isGreaterThan(5_000);
    }

    private static void requireHome(String url, String name, Reader reader) {
        Optional<Reading> at = reader.read(url);
        if (at.isPresent() && !isHome(at.get())) {
            throw new AssertionError(url + " leads to " + at.get() + ", " + name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.org/app",
                "https://app.example.org/app/",
                "https://app.example.org:443/app/a/b?u=https://evil.example#x",
                "HTTPS://App.Example.ORG/app",
                "https://example.org:8443",
                "https://example.org:8443/anything",
                "http://127.0.0.1:4455/welcome",
                "https://a.b.wild.example/app",
                "myapp://callback/done",
                "myapp://callback/done?state=1"
            })
    void allowsWhatIsBelowAnEntry(String url) {
        assertThat(ALLOWED.check(url)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https:evil.example",
                "https:/evil.example",
                "https:app.example.org/app",
                "https:///app.example.org/app",
                "https://evil.example\\@app.example.org/app",
                "https://app.example.org@evil.example/app",
                "https://app.example.org:443@evil.example/app",
                "https://a@app.example.org/app",
                "https://app.example.org\\.evil.example/app",
                "https://app.example.org%2eevil.example/app",
                "https://app.example.org.evil.example/app",
                "https://app.example.org./app",
                "https://evil.example/?https://app.example.org/app",
                "https://evil.example#@app.example.org/app",
                "https://app.example.org/apple",
                "https://app.example.org/app/../x",
                "https://app.example.org/app/%2e%2e/x",
                "https://app.example.org/app/..;/x",
                "https://app.example.org/app;/x",
                "https://app.example.org/app/%2f..",
                "https://app.example.org/app//evil.example",
                "https://app.example.org/",
                "https://app.example.org",
                "https://app.example.org:444/app",
                "http://app.example.org/app",
                "https://example.org",
                "https://app.exam\tple.org/app",
                "https://app。example.org/app",
                "https://ａpp.example.org/app",
                "\thttps://app.example.org/app",
                "https://app.example.org/app\r\nSet-Cookie: a=b",
                "https://wild.example/app",
                "https://evilwild.example/app",
                "https://evil.example/.wild.example/app",
                "myapp://callback/done/more",
                "myapp://other",
                "javascript:alert(1)//https://app.example.org/app",
                "javascript://app.example.org/app%0aalert(1)",
                "data:text/html,x",
                "ftp://app.example.org/app",
                "not an address",
                ""
            })
    void refusesWhatLeadsElsewhere(String url) {
        assertThatThrownBy(() -> ALLOWED.check(url))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.id())
                                        .isEqualTo("self_service_flow_return_to_forbidden"));
    }

    @Test
    void anAddressThatBeginsWithItsPathIsMadeWhole() {
        assertThat(ALLOWED.check("/app/a?b#c")).isEqualTo("https://app.example.org/app/a?b#c");
        assertThatThrownBy(() -> ALLOWED.check("/other")).isInstanceOf(Problem.class);
    }

    @Test
    void refusesTheEndlessOne() {
        assertThat(ALLOWED.allows("https://app.example.org/app/" + "a".repeat(2048))).isFalse();
    }

    @Test
    void nothingAskedIsNothingToRefuse() {
        assertThat(ALLOWED.check(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "/relative",
                "//app.example.org/",
                "https://a@app.example.org/",
                "https://app.example.org/?a=b",
                "https://app.example.org/#x",
                "https://*/",
                "https://a.*.example/",
                "https:opaque"
            })
    void theseCanBeNoEntries(String entry) {
        assertThat(AllowedUrl.of(URI.create(entry))).isEmpty();
        List.of(entry, "https://app.example.org/")
                .forEach(url -> assertThat(returnTo(entry).allows(url)).as(url).isFalse());
    }
}
