package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.log.EventLog;
import dev.bonafide.log.Projections;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What raises an alert, and how it stands in the trail. */
class AlertScenarioTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aFactorThatItsOwnerRemoves() {
        Ada ada = Ada.registered(server);
        String identity = identity(ada);
        ada.enrolTotp();
        assertThat(ada.change("{\"method\":\"totp\",\"totp_unlink\":true}").status())
                .isEqualTo(200);
        JsonNode alert = only(alerts(identity), "factor_removed", "totp");
        assertThat(alert.path("actor").asString("")).isEqualTo("system");
        JsonNode cause = at(alert.path("details").path("cause_position").asLong(0));
        assertThat(cause.path("type").asString("")).isEqualTo("totp.removed");
        assertThat(cause.path("identity")).isEqualTo(alert.path("identity"));
    }

    @Test
    void aFactorThatAnAdministratorRemoves() {
        Ada ada = Ada.registered(server);
        String identity = identity(ada);
        ada.enrolLookup();
        String address = "/admin/identities/" + identity + "/credentials/lookup_secret";
        assertThat(server.http().admin("DELETE", address, "").status()).isEqualTo(204);
        only(alerts(identity), "factor_removed", "lookup_secret");
    }

    @Test
    void aSecondFactorThatSomebodyGuessesAt() {
        Ada ada = Ada.registered(server);
        String identity = identity(ada);
        ada.enrolTotp();
        for (int i = 0; i < 100; i++) {
            assertThat(alerts(identity)).isEmpty();
            server.clock().forward(Duration.ofMinutes(15));
            guess(ada, i);
        }
        JsonNode alert = only(alerts(identity), "guard_cap_reached", "totp");
        JsonNode cause = at(alert.path("details").path("cause_position").asLong(0));
        assertThat(cause.path("type").asString("")).isEqualTo("guard.cap-reached");
    }

    /** Sessions end before a hundred guesses are made. */
    private static void guess(Ada ada, int number) {
        if (number % 50 == 0) {
            assertThat(ada.login().status()).isEqualTo(200);
        }
        assertThat(ada.totp(ada.begin("login", "?aal=aal2"), "000000").status()).isEqualTo(400);
    }

    private static String identity(Ada ada) {
        return ada.whoami().at("identity.id");
    }

    private static List<JsonNode> alerts(String identity) {
        long position = server.bean(EventLog.class).position();
        for (String rule : List.of("alert-factor-removed-1", "alert-guard-cap-reached-1")) {
            assertThat(server.bean(Projections.class).await(rule, position, LONG)).isTrue();
        }
        return events("?type=alert.raised&identity=" + identity);
    }

    private static JsonNode at(long position) {
        return events("?limit=1&after=" + (position - 1)).getFirst();
    }

    private static List<JsonNode> events(String query) {
        Answer answer = server.http().admin("GET", "/admin/audit/events" + query, "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("events").valueStream().toList();
    }

    private static JsonNode only(List<JsonNode> alerts, String rule, String method) {
        assertThat(alerts).hasSize(1);
        JsonNode details = alerts.getFirst().path("details");
        assertThat(details.path("rule").asString("")).isEqualTo(rule);
        assertThat(details.path("method").asString("")).isEqualTo(method);
        return alerts.getFirst();
    }
}
