package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a session was at a time, after a later act has changed what it is worth. */
class TimeTravelTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static TestServer server;
    private static String session;
    private static Instant before;
    private static Instant stepped;
    private static Answer whoamiThen;
    private static JsonNode thenAtOnce;
    private static Answer whoamiNow;

    @BeforeAll
    static void play() {
        server = TestServer.start();
        Ada ada = Ada.registered(server);
        List<String> secrets = ada.enrolLookup();
        forward();
        session = ada.login().at("session.id");
        before = forward();
        String identity =
                ada.lookup(ada.begin("login", "?aal=aal2"), secrets.getFirst())
                        .at("session.identity.id");
        stepped = server.clock().now();
        whoamiThen = ada.whoami();
        thenAtOnce = travel("?at=" + stepped);
        forward();
        String credential = "/admin/identities/" + identity + "/credentials/lookup_secret";
        assertThat(server.http().admin("DELETE", credential, "").status()).isEqualTo(204);
        whoamiNow = ada.whoami();
    }

    private static Instant forward() {
        Instant now = server.clock().now();
        server.clock().forward(MINUTE);
        return now;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void tellsTheLevelBeforeTheStepUp() {
        JsonNode then = travel("?at=" + before);
        assertThat(level(then)).isEqualTo("aal1");
        assertThat(methods(then)).containsExactly("password");
    }

    @Test
    void equalsWhatWhoamiSaidAtThatTime() {
        JsonNode then = travel("?at=" + stepped);
        assertThat(level(then)).isEqualTo("aal2").isEqualTo(level(whoamiThen.json()));
        assertThat(proofs(then)).isEqualTo(proofs(whoamiThen.json()));
        assertThat(then.path("active").asBoolean(false)).isTrue();
    }

    @Test
    void namesThePositionsThatProveIt() {
        JsonNode then = travel("?at=" + stepped);
        for (JsonNode method : then.path("authentication_methods")) {
            assertThat(method.path("counted").asBoolean(false)).isTrue();
            long position = method.path("position").asLong(0);
            assertThat(event(then, position)).isEqualTo("session.method-completed");
            assertThat(event(travel("?position=" + position), position))
                    .isEqualTo("session.method-completed");
        }
        long second = then.path("authentication_methods").path(1).path("position").asLong(0);
        assertThat(level(travel("?position=" + (second - 1)))).isEqualTo("aal1");
        assertThat(level(travel("?position=" + second))).isEqualTo("aal2");
    }

    @Test
    void staysWhatItWasWhenTheFactorIsRemovedLater() {
        assertThat(level(whoamiNow.json())).isEqualTo("aal1");
        JsonNode now = travel("");
        assertThat(level(now)).isEqualTo("aal1");
        assertThat(now.path("authentication_methods").path(1).path("counted").asBoolean(true))
                .isFalse();
        assertThat(travel("?at=" + stepped)).isEqualTo(thenAtOnce);
    }

    @Test
    void knowsNothingOfASessionBeforeItBegan() {
        assertThat(ask("?at=2026-11-25T07:59:59Z").status()).isEqualTo(404);
        assertThat(ask("?position=1").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?at=yesterday",
                "?at=2026-11-25",
                "?at=2026-02-30T00:00:00Z",
                "?position=-1",
                "?position=x",
                "?position=99999999999999999999"
            })
    void refusesBadParameters(String query) {
        assertThat(ask(query).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?at=%2B999999999-12-31T23:59:59Z", "?at=-999999999-01-01T00:00:00Z"})
    void takesTimesOfAnyYear(String query) {
        assertThat(ask(query).status()).isIn(200, 400, 404);
    }

    private static Answer ask(String query) {
        return server.http().admin("GET", "/admin/audit/sessions/" + session + query, "");
    }

    private static JsonNode travel(String query) {
        Answer answer = ask(query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String level(JsonNode session) {
        return session.path("authenticator_assurance_level").asString("");
    }

    private static List<String> methods(JsonNode session) {
        return entries(session).map(entry -> entry.path("method").asString("")).toList();
    }

    private static List<JsonNode> proofs(JsonNode session) {
        return entries(session).map(TimeTravelTest::proof).toList();
    }

    private static JsonNode proof(JsonNode entry) {
        ObjectNode proof = (ObjectNode) entry.deepCopy();
        proof.remove(List.of("position", "counted"));
        return proof;
    }

    private static Stream<JsonNode> entries(JsonNode session) {
        return session.path("authentication_methods").valueStream();
    }

    private static String event(JsonNode then, long position) {
        return then.path("events")
                .valueStream()
                .filter(event -> event.path("position").asLong(0) == position)
                .map(event -> event.path("type").asString(""))
                .findFirst()
                .orElse("");
    }
}
