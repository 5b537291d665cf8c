package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sessions and their proofs: scenarios 1 to 15, 59 and 62 of the behavioural contract. */
class SessionScenarioTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Scenario 1. */
    @Test
    void registrationWithTheSessionHookLeavesAnAal1Session() {
        Answer whoami = Ada.registered(server).whoami();
        assertThat(whoami.status()).isEqualTo(200);
        assertThat(whoami.at("authenticator_assurance_level")).isEqualTo("aal1");
        assertThat(whoami.proofs("")).containsExactly("password/aal1");
    }

    /** Scenario 3. */
    @Test
    void aPasswordLoginLivesForADay() {
        Answer login = Ada.registered(server).login();
        assertThat(login.at("session_token")).startsWith("ory_st_");
        assertThat(login.proofs("session")).containsExactly("password/aal1");
        assertThat(
                        Duration.between(
                                Instant.parse(login.at("session.issued_at")),
                                Instant.parse(login.at("session.expires_at"))))
                .isEqualTo(Duration.ofHours(24));
    }

    /** Scenario 4. */
    @Test
    void aSecondLoginIsAnotherSessionAndTheListShowsOnlyTheOther() {
        Ada here = Ada.registered(server);
        Ada there = here.elsewhere();
        assertThat(there.token()).isNotEqualTo(here.token());
        Answer others = server.http().get("/sessions", here.headers());
        assertThat(others.json().size()).isEqualTo(1);
        assertThat(others.at("0.id"))
                .isEqualTo(there.whoami().at("id"))
                .isNotEqualTo(here.whoami().at("id"));
    }

    /** Scenario 5. */
    @Test
    void whoamiWithoutCredentialsIs401WithoutAnId() {
        Answer answer = server.http().get("/sessions/whoami", Map.of());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("error").has("id")).isFalse();
    }

    /** Scenario 6, with a Bearer token in the place of the cookie. */
    @Test
    void whoamiDoesNotFallBackFromAnInvalidTokenToAValidOne() {
        Ada ada = Ada.registered(server);
        Map<String, String> both =
                Map.of("X-Session-Token", "ory_st_wrong", "Authorization", "Bearer " + ada.token());
        assertThat(server.http().get("/sessions/whoami", both).status()).isEqualTo(401);
    }

    /** Scenario 7. */
    @Test
    void whoamiTakesTheTokenAsBearerToo() {
        Ada ada = Ada.registered(server);
        Answer bearer =
                server.http()
                        .get("/sessions/whoami", Map.of("Authorization", "bearer " + ada.token()));
        assertThat(bearer.status()).isEqualTo(200);
        assertThat(bearer.at("id")).isEqualTo(ada.whoami().at("id"));
    }

    /** Scenario 8; TRACE is the safer exception. */
    @Test
    void whoamiAnswersTheMethodsThatProxiesForward() {
        Ada ada = Ada.registered(server);
        for (String method : List.of("POST", "PUT", "DELETE")) {
            assertThat(server.http().open(method, "/sessions/whoami", ada.headers()).status())
                    .as(method)
                    .isEqualTo(200);
        }
        assertThat(server.http().open("TRACE", "/sessions/whoami", ada.headers()).status())
                .isEqualTo(405);
    }

    /** Scenario 9. */
    @Test
    void whoamiNamesTheIdentityInAHeader() {
        Answer whoami = Ada.registered(server).whoami();
        assertThat(whoami.header("X-Kratos-Authenticated-Identity-Id"))
                .isNotEmpty()
                .isEqualTo(whoami.at("identity.id"));
        assertThat(whoami.header("Ory-Session-Cache-For")).isEmpty();
    }

    /** Scenario 10. */
    @Test
    void whoamiShowsNeitherTokenNorCredentialsNorAdminMetadata() {
        assertThat(Ada.registered(server).whoami().body())
                .doesNotContain("\"token\"", "\"credentials\"", "\"metadata_admin\"", "ory_st_");
    }

    /** Scenarios 11 and 12. */
    @Test
    void aRefreshKeepsTheSessionAndMovesItsTimes() {
        Ada ada = Ada.registered(server);
        Answer before = ada.whoami();
        String token = ada.token();
        server.clock().forward(Duration.ofMinutes(5));
        Answer refreshed = ada.password(ada.begin("login", "?refresh=true"));
        assertThat(refreshed.at("session.id")).isEqualTo(before.at("id"));
        assertThat(ada.token()).isEqualTo(token);
        Answer after = ada.whoami();
        assertThat(after.proofs("")).containsExactly("password/aal1", "password/aal1");
        assertThat(after.at("issued_at")).isEqualTo(before.at("issued_at"));
        assertThat(later(before, after, "authenticated_at")).isTrue();
        assertThat(later(before, after, "expires_at")).isTrue();
    }

    private static boolean later(Answer before, Answer after, String key) {
        return Instant.parse(before.at(key)).isBefore(Instant.parse(after.at(key)));
    }

    /** Scenario 13, safer: a flow works once, and the answer leads on. */
    @Test
    void aCompletedFlowIsGoneAndNamesAFreshOne() {
        Ada ada = Ada.registered(server);
        assertThat(ada.login().status()).isEqualTo(200);
        Ada other = new Ada(server);
        String flow = other.begin("login", "");
        assertThat(ada.elsewhereWith(flow).status()).isEqualTo(200);
        Answer again = ada.elsewhereWith(flow);
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.at("error.id")).isEqualTo("self_service_flow_expired");
        assertThat(ada.elsewhereWith(again.at("use_flow_id")).status()).isEqualTo(200);
    }

    /** Scenario 14. */
    @Test
    void anAal1FlowSubmittedWithALiveSessionIsAFormThatSaysSo() {
        Ada ada = Ada.registered(server);
        String flow = new Ada(server).begin("login", "");
        Answer answer = ada.password(flow);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.form()).isTrue();
        assertThat(answer.says(4000001)).isTrue();
    }

    /** Scenario 15. */
    @Test
    void anAal1FlowCannotBeginOverALiveSession() {
        Answer answer = Ada.registered(server).init("login", "?aal=aal1");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("error.id")).isEqualTo("session_already_available");
    }

    /** Scenario 59. */
    @Test
    void logoutEndsTheSessionAndMayBeRepeated() {
        Ada ada = Ada.registered(server);
        assertThat(logout(ada.token()).status()).isEqualTo(204);
        assertThat(ada.whoami().status()).isEqualTo(401);
        assertThat(logout(ada.token()).status()).isEqualTo(204);
        assertThat(logout("ory_st_unknown").status()).isEqualTo(403);
    }

    private static Answer logout(String token) {
        return server.http()
                .delete(
                        "/self-service/logout/api",
                        Map.of(),
                        "{\"session_token\":\"%s\"}".formatted(token));
    }

    /** Scenario 62. */
    @Test
    void endsOtherSessionsButNeverTheCurrentOne() {
        Ada here = Ada.registered(server);
        Ada there = here.elsewhere();
        assertThat(end(here, "/" + here.whoami().at("id")).status()).isEqualTo(400);
        assertThat(end(here, "/0dd3a3b5-8c8e-4d5c-9b64-000000000000").status()).isEqualTo(204);
        Answer ended = end(here, "");
        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.at("count")).isEqualTo("1");
        assertThat(there.whoami().status()).isEqualTo(401);
        assertThat(here.whoami().status()).isEqualTo(200);
    }

    private static Answer end(Ada ada, String id) {
        return server.http().delete("/sessions" + id, ada.headers(), "");
    }
}
