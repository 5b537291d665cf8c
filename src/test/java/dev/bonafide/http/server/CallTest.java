package dev.bonafide.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.http.Call;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest {
    private static House house;

    @BeforeAll
    static void open() {
        house =
                House.of(
                        House.LIMITS,
                        List.of("127.0.0.1"),
                        route("/query", call -> call.query("a").orElse("(none)")),
                        route("/queries", call -> call.queries("a")),
                        route("/header", call -> call.header("X-A").orElse("(none)")),
                        route("/cookies", Call::cookies),
                        route("/url", Call::url),
                        route("/address", Call::address),
                        route("/id", Call::requestId),
                        route("/json", call -> call.acceptsJson() + " " + call.wantsJson()),
                        Route.open("POST", "/body", call -> Reply.json(200, call.body())));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static Route route(String path, Function<Call, Object> value) {
        return Route.open("GET", path, call -> Reply.json(200, value.apply(call)));
    }

    private static Answer ask(String target, String... headers) {
        StringBuilder request = new StringBuilder(Wire.head("GET", target));
        List.of(headers).forEach(header -> request.append(header).append("\r\n"));
        return Wire.once(house.open(), request + "\r\n");
    }

    private static String text(String target, String... headers) {
        return ask(target, headers).json().asString();
    }

    @ParameterizedTest
    @CsvSource({
        "/query,(none)",
        "/query?,(none)",
        "/query?a,(none)",
        "/query?a=,(none)",
        "/query?A=1,(none)",
        "/query?a=1,1",
        "/query?b=2&a=1&&,1",
        "/query?%61=x+y%20z%2B,x y z+",
        "/query?a=b=c,b=c",
        "/query?a=%F0%9F%98%80,😀"
    })
    void readsAQueryParameter(String target, String value) {
        assertThat(text(target)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=1", "a=1&%61=2", "a=&a", "a=%00", "a=%ff", "b=%c0%af&a=1"})
    void refusesAQueryParameterThatIsAmbiguousOrNoText(String query) {
        assertThat(ask("/query?" + query).status()).isEqualTo(400);
    }

    @Test
    void readsARepeatedParameterWhereThatIsMeant() {
        assertThat(ask("/queries?a=1&a=&b=3&a=2").body()).isEqualTo("[\"1\",\"2\"]");
        assertThat(ask("/queries").body()).isEqualTo("[]");
    }

    @Test
    void refusesAHeaderThatIsGivenTwice() {
        assertThat(text("/header")).isEqualTo("(none)");
        assertThat(text("/header", "X-A:")).isEqualTo("(none)");
        assertThat(text("/header", "x-a:  1 ")).isEqualTo("1");
        assertThat(ask("/header", "X-A: 1", "X-B: 2", "x-a: 1").status()).isEqualTo(400);
    }

    @Test
    void leavesOutCookiesThatAreAmbiguous() {
        String sent = "Cookie: a=1; b=2; a=3;; =4; c; d=\"5\"; e=6=7; b=2";
        assertThat(ask("/cookies", sent).json().toString())
                .isEqualTo("{\"b\":\"2\",\"d\":\"5\",\"e\":\"6=7\"}");
        assertThat(ask("/cookies", "Cookie: a=1", "Cookie: a=2; b=3").body())
                .isEqualTo("{\"b\":\"3\"}");
    }

    @Test
    void tellsItsOwnAddressWithPathAndQuery() {
        assertThat(text("/url?a=%2F&b")).isEqualTo("https://id.example.org/auth/url?a=%2F&b");
    }

    @Test
    void takesTheClientsAddressFromATrustedProxy() {
        assertThat(text("/address")).isEqualTo("127.0.0.1");
        assertThat(text("/address", "X-Forwarded-For: 6.6.6.6, 203.0.113.9"))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void echoesARequestIdThatIsHarmless() {
        assertThat(text("/id", "X-Request-ID: Az09._-")).isEqualTo("Az09._-");
        assertThat(ask("/id", "X-Request-ID: Az09._-").header("X-Request-ID")).isEqualTo("Az09._-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<b>", "a%0d%0ab", "\u00e9", "a\"b", "{}"})
    void makesItsOwnRequestIdOtherwise(String sent) {
        Answer answer = ask("/id", "X-Request-ID: " + sent);
        assertThat(answer.header("X-Request-ID")).matches("[0-9a-f-]{36}");
        assertThat(answer.json().asString()).isEqualTo(answer.header("X-Request-ID"));
    }

    @Test
    void makesItsOwnRequestIdForTwo() {
        assertThat(text("/id", "X-Request-ID: a", "X-Request-ID: a")).matches("[0-9a-f-]{36}");
        assertThat(text("/id", "X-Request-ID: " + "a".repeat(129))).matches("[0-9a-f-]{36}");
    }

    @Test
    void tellsJsonClientsFromBrowsers() {
        assertThat(text("/json")).isEqualTo("false false");
        assertThat(text("/json", "Accept: application/json")).isEqualTo("true true");
        assertThat(text("/json", "Accept: text/html", "Accept: application/json;q=0.9"))
                .isEqualTo("false false");
        assertThat(text("/json", "Content-Type: application/json")).isEqualTo("false true");
        assertThat(text("/json", "Content-Type: application/json; charset=utf-8"))
                .isEqualTo("false false");
    }

    @Test
    void readsABodyOfEachType() {
        String form = "traits.email=a%40b&method=totp";
        String object = "{\"traits\":{\"email\":\"a@b\"},\"method\":\"totp\"}";
        assertThat(post("application/json", object).body()).isEqualTo(object);
        assertThat(post("application/x-www-form-urlencoded", form).body()).isEqualTo(object);
        assertThat(post("text/plain", object).status()).isEqualTo(415);
        assertThat(Wire.once(house.open(), "POST", "/body").body()).isEqualTo("{}");
    }

    @Test
    void refusesEncodedBodies() {
        String request =
                Wire.post("/body", "application/json\r\nContent-Encoding: gzip", "{\"a\":1}");
        assertThat(Wire.once(house.open(), request).status()).isEqualTo(415);
    }

    private static Answer post(String type, String body) {
        return Wire.once(house.open(), Wire.post("/body", type, body));
    }
}
