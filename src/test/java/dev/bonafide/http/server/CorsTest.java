package dev.bonafide.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Written;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
    private static final String HOME = "https://app.example.org";

    private static final Route[] ROUTES = {
        Route.open("GET", "/it", call -> Reply.empty(200)),
        Route.open(
                "POST",
                "/it",
                call -> {
                    throw Problem.badRequest("No.");
                }),
        Route.admin("GET", "/admin/it", call -> Reply.empty(200))
    };

    private static House house;

    private static CorsSettings settings(String... origins) {
        return new CorsSettings(
                true,
                List.of(origins),
                List.of("GET", "POST"),
                List.of("Content-Type", "X-Session-Token"),
                List.of("Content-Type", "X-Request-ID"),
                true,
                600);
    }

    @BeforeAll
    static void open() {
        house = House.open(settings(HOME, "https://*.wild.example", "http://localhost:*"), ROUTES);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static Answer ask(House house, String method, String origin, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return Wire.once(
                house.open(),
                Wire.head(method, "/it") + "Origin: " + origin + "\r\n" + more + "\r\n");
    }

    private static List<String> allowed(Answer answer) {
        return answer.lines().stream()
                .filter(line -> line.startsWith("Access-Control-"))
                .sorted()
                .toList();
    }

    @Test
    void aPageOfAnAllowedOriginMayReadAndSendCookies() {
        Answer answer = ask(house, "GET", HOME);
        assertThat(allowed(answer))
                .containsExactly(
                        "Access-Control-Allow-Credentials: true",
                        "Access-Control-Allow-Origin: https://app.example.org",
                        "Access-Control-Expose-Headers: Content-Type, X-Request-ID");
        assertThat(answer.header("Vary")).isEqualTo("Cookie, Origin");
    }

    @Test
    void itMayReadErrorsToo() {
        assertThat(ask(house, "POST", HOME).status()).isEqualTo(400);
        assertThat(allowed(ask(house, "POST", HOME))).hasSize(3);
        assertThat(allowed(ask(house, "PUT", HOME))).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.wild.example",
                "https://a.b.wild.example",
                "http://localhost:3000",
                "HTTPS://APP.example.org"
            })
    void theseAreLetIn(String origin) {
        assertThat(allowed(ask(house, "GET", origin)))
                .contains("Access-Control-Allow-Origin: " + origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://app.example.org",
                "https://app.example.org:8443",
                "https://app.example.org.evil.example",
                "https://evilwild.example",
                "https://wild.example",
                "https://evil.example/.wild.example",
                "https://evil.example@a.wild.example",
                "https://evil.example#.wild.example",
                "http://localhost:3000/x",
                "null",
                "*",
                "https://app.example.org, https://a.example"
            })
    void theseAreNot(String origin) {
        Answer answer = ask(house, "GET", origin);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(allowed(answer)).isEmpty();
        assertThat(answer.header("Vary")).isEqualTo("Cookie, Origin");
    }

    @Test
    void twoOriginsAreNone() {
        assertThat(allowed(ask(house, "GET", HOME, "Origin: " + HOME))).isEmpty();
    }

    @Test
    void aBrowserThatAsksBeforeItSendsHearsWhatItMay() {
        Answer answer =
                ask(
                        house,
                        "OPTIONS",
                        HOME,
                        "Access-Control-Request-Method: POST",
                        "Access-Control-Request-Headers: content-type,x-session-token");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(allowed(answer))
                .contains(
                        "Access-Control-Allow-Methods: POST",
                        "Access-Control-Allow-Headers: content-type, x-session-token",
                        "Access-Control-Allow-Origin: https://app.example.org",
                        "Access-Control-Allow-Credentials: true",
                        "Access-Control-Max-Age: 600");
        assertThat(answer.header("Vary"))
                .isEqualTo(
                        "Cookie, Access-Control-Request-Method, Access-Control-Request-Headers, Origin");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, POST, content-type",
        "https://app.example.org, DELETE, content-type",
        "https://app.example.org, POST, x-other",
        "https://app.example.org, POST, 'content-type, x-other'",
        "https://app.example.org, post, content-type"
    })
    void andNothingWhereOneThingIsNotAllowed(String origin, String method, String headers) {
        Answer answer =
                ask(
                        house,
                        "OPTIONS",
                        origin,
                        "Access-Control-Request-Method: " + method,
                        "Access-Control-Request-Headers: " + headers);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(allowed(answer)).noneMatch(line -> line.contains("Allow-Methods"));
    }

    @Test
    void optionsThatAsksNothingIsNoRoute() {
        assertThat(ask(house, "OPTIONS", HOME).status()).isEqualTo(405);
    }

    @Test
    void theAdminListenerLetsNoPageIn() {
        Answer answer =
                Wire.once(
                        house.admin(),
                        Wire.head("GET", "/admin/it") + "Origin: " + HOME + "\r\n\r\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(allowed(answer)).isEmpty();
        assertThat(answer.header("Vary")).isEqualTo("Cookie");
    }

    @Test
    void aStarLetsAllInButNobodyWithCookies() {
        try (House open = House.open(settings("*", HOME), ROUTES)) {
            assertThat(allowed(ask(open, "GET", "https://any.example")))
                    .contains("Access-Control-Allow-Origin: *")
                    .noneMatch(line -> line.contains("Credentials"));
            assertThat(allowed(ask(open, "GET", HOME)))
                    .contains("Access-Control-Allow-Origin: " + HOME)
                    .contains("Access-Control-Allow-Credentials: true");
        }
    }

    @Test
    void offMeansThatNobodyIsLetInAndNothingVaries() {
        try (House closed = House.of(ROUTES)) {
            Answer answer = ask(closed, "GET", HOME);
            assertThat(allowed(answer)).isEmpty();
            assertThat(answer.header("Vary")).isEqualTo("Cookie");
            assertThat(ask(closed, "OPTIONS", HOME, "Access-Control-Request-Method: GET").status())
                    .isEqualTo(405);
        }
    }

    @Test
    void absentKeysMeanWhatTheyMeanToKratos() {
        assertThat(CorsSettings.of(Written.yaml("{}")))
                .isEqualTo(
                        new CorsSettings(
                                false,
                                List.of("*"),
                                List.of("POST", "GET", "PUT", "PATCH", "DELETE"),
                                List.of(
                                        "Authorization",
                                        "Content-Type",
                                        "Max-Age",
                                        "X-Session-Token",
                                        "X-XSRF-TOKEN",
                                        "X-CSRF-TOKEN"),
                                List.of("Content-Type"),
                                true,
                                0));
    }

    @ParameterizedTest
    @CsvSource({
        "allowed_origins: ['https://*.a.*.example'], serve.public.cors.allowed_origins.0",
        "allowed_origins: ['https://a.example/'], serve.public.cors.allowed_origins.0",
        "allowed_origins: ['null'], serve.public.cors.allowed_origins.0",
        "allowed_methods: ['get'], serve.public.cors.allowed_methods.0",
        "exposed_headers: ['a b'], serve.public.cors.exposed_headers.0",
        "max_age: 86401, serve.public.cors.max_age"
    })
    void refusesWhatCanBeNone(String line, String key) {
        assertThatThrownBy(() ->
                        CorsSettings.of(Written.yaml("serve: {public: {cors: {" + line + "}}}")))
                .isInstanceOf(BadConfiguration.class)
                .hasMessageStartingWith(key + ": ");
    }
}
