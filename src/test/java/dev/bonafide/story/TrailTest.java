package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the trail tells of a story with failures in it. */
class TrailTest {
    private static TestServer server;
    private static String identity;
    private static String session;
    private static String aal2Flow;

    @BeforeAll
    static void play() {
        server = TestServer.start();
        Ada.registered(server);
        Ada ada = Ada.registered(server);
        ada.enrolTotp();
        List<String> secrets = ada.enrolLookup();
        server.clock().forward(Duration.ofMinutes(1));
        assertThat(ada.password(ada.begin("login", "?refresh=true"), "not hers").status())
                .isEqualTo(400);
        Answer login = ada.login();
        session = login.at("session.id");
        aal2Flow = ada.begin("login", "?aal=aal2");
        assertThat(ada.totp(aal2Flow, "000000").status()).isEqualTo(400);
        identity = ada.lookup(aal2Flow, secrets.getFirst()).at("session.identity.id");
        assertThat(identity).isNotEmpty();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void tellsWhoDidWhatWhenAndFromWhere() {
        JsonNode registered = only(all("identity", identity), of("identity.registered"));
        assertThat(registered.path("actor").asString("")).isEqualTo("anonymous");
        assertThat(registered.path("at").asString("")).isEqualTo("2026-11-25T08:00:00Z");
        assertThat(registered.path("request").asString("")).isNotEmpty();
        assertThat(registered.path("flow").asString("")).isNotEmpty();
        assertThat(registered.path("client").path("ip_address").asString(""))
                .isEqualTo("127.0.0.1");
        assertThat(registered.path("client").path("user_agent").asString(""))
                .startsWith("Java-http-client");
    }

    @Test
    void tellsOfEachFlowThatEndedWhoseItWas() {
        assertThat(all("identity", identity)).filteredOn(of("flow.completed")).hasSize(3);
    }

    @Test
    void tellsFailuresWithTheirMethodAndFlow() {
        List<JsonNode> failures =
                all("identity", identity).stream().filter(of("guard.attempt-failed")).toList();
        assertThat(failures)
                .extracting(event -> event.path("details").path("method").asString(""))
                .containsExactly("password", "totp");
        JsonNode code = failures.getLast();
        assertThat(code.path("session").asString("")).isEqualTo(session);
        assertThat(code.path("flow").asString("")).isEqualTo(aal2Flow);
        assertThat(code.path("client").path("ip_address").asString("")).isEqualTo("127.0.0.1");
        assertThat(levels(code)).isEqualTo("aal1 aal1");
    }

    @Test
    void tellsTheLevelBeforeAndAfterEachEvent() {
        List<String> levels =
                all("session", session).stream()
                        .filter(of("session.method-completed"))
                        .map(TrailTest::levels)
                        .toList();
        assertThat(levels).containsExactly("aal0 aal1", "aal1 aal2");
    }

    @Test
    void filtersBySessionAndType() {
        assertThat(all("session", session))
                .isNotEmpty()
                .allMatch(event -> event.path("session").asString("").equals(session))
                .allMatch(event -> event.path("identity").asString("").equals(identity));
        assertThat(all("type", "lookup.used")).hasSize(1);
        assertThat(all("type", "no.such-type")).isEmpty();
    }

    @Test
    void pagesWalkEverythingOnce() {
        List<JsonNode> whole = events("?limit=1000").path("events").valueStream().toList();
        List<JsonNode> walked = new ArrayList<>();
        JsonNode page;
        long after = 0;
        do {
            page = events("?limit=3&after=" + after);
            assertThat(page.path("events").size()).isBetween(1, 3);
            page.path("events").forEach(walked::add);
            after = page.path("next").asLong(0);
        } while (!page.path("next").isNull());
        assertThat(walked).isEqualTo(whole);
        assertThat(walked).extracting(TrailTest::position).doesNotHaveDuplicates().isSorted();
        assertThat(walked).extracting(TrailTest::position).startsWith(1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?identity=1-1-1-1-1",
                "?session=x",
                "?limit=0",
                "?limit=-1",
                "?limit=1001",
                "?limit=ten",
                "?after=-1",
                "?after=1e3",
                "?after=99999999999999999999",
                "?limit=1&limit=2"
            })
    void refusesBadParameters(String query) {
        Answer answer = server.http().admin("GET", "/admin/audit/events" + query, "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("error").path("code").asInt(0)).isEqualTo(400);
    }

    private static List<JsonNode> all(String filter, String value) {
        return events("?limit=1000&" + filter + "=" + value).path("events").valueStream().toList();
    }

    private static JsonNode events(String query) {
        Answer answer = server.http().admin("GET", "/admin/audit/events" + query, "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static Predicate<JsonNode> of(String type) {
        return event -> event.path("type").asString("").equals(type);
    }

    private static JsonNode only(List<JsonNode> events, Predicate<JsonNode> wanted) {
        List<JsonNode> found = events.stream().filter(wanted).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static long position(JsonNode event) {
        return event.path("position").asLong(0);
    }

    private static String levels(JsonNode event) {
        return event.path("aal_before").asString("-") + " " + event.path("aal_after").asString("-");
    }
}
