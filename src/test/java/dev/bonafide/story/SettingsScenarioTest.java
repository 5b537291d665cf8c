package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Settings and flows: scenarios 49, 51, 52, 54, 61, 66 and 67 of the behavioural contract. */
class SettingsScenarioTest {
    private static final String NEW_PASSWORD =
            "{\"method\":\"password\",\"password\":\"a wholly different phrase 7\"}";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Scenario 49. */
    @Test
    void aStaleSessionIsSentToRefreshBeforeItChangesThePassword() {
        Ada ada = Ada.registered(server);
        server.clock().forward(Duration.ofHours(2));
        Answer refused = ada.change(NEW_PASSWORD);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("error.id")).isEqualTo("session_refresh_required");
        assertThat(refused.at("redirect_browser_to")).contains("refresh=true");
        assertThat(ada.password(ada.begin("login", "?refresh=true")).status()).isEqualTo(200);
        assertThat(ada.change(NEW_PASSWORD).status()).isEqualTo(200);
    }

    /** Scenario 51. */
    @Test
    void aStaleSessionMayChangeANameButNoAddress() {
        Ada ada = Ada.registered(server);
        server.clock().forward(Duration.ofHours(2));
        Answer named = ada.change(traits(ada.email(), ",\"name\":{\"first\":\"Ada\"}"));
        assertThat(named.status()).isEqualTo(200);
        assertThat(ada.whoami().at("identity.traits.name.first")).isEqualTo("Ada");
        Answer moved = ada.change(traits("new-" + ada.email(), ""));
        assertThat(moved.status()).isEqualTo(403);
        assertThat(moved.at("error.id")).isEqualTo("session_refresh_required");
    }

    private static String traits(String email, String more) {
        return "{\"method\":\"profile\",\"traits\":{\"email\":\"%s\"%s}}".formatted(email, more);
    }

    /** Scenario 52. */
    @Test
    void aSettingsFlowIsItsOwnersAlone() {
        String flow = Ada.registered(server).begin("settings", "");
        Ada eve = Ada.registered(server);
        Answer read = server.http().get("/self-service/settings/flows?id=" + flow, eve.headers());
        assertThat(read.status()).isEqualTo(403);
        assertThat(read.at("error.id")).isEqualTo("security_identity_mismatch");
        Answer submitted = eve.submit("settings", flow, NEW_PASSWORD);
        assertThat(submitted.status()).isEqualTo(403);
        assertThat(submitted.at("error.id")).isEqualTo("security_identity_mismatch");
    }

    /** Scenario 54, safer: a new password ends the other sessions. */
    @Test
    void aNewPasswordEndsTheOtherSessions() {
        Ada here = Ada.registered(server);
        Ada there = here.elsewhere();
        assertThat(here.change(NEW_PASSWORD).status()).isEqualTo(200);
        assertThat(there.whoami().status()).isEqualTo(401);
        assertThat(here.whoami().status()).isEqualTo(200);
    }

    /** Scenario 61. */
    @Test
    void anApiFlowIsNotForBrowsers() {
        Ada ada = Ada.registered(server);
        assertThat(fromABrowser(ada, Map.of("Origin", "https://evil.example"))).isEqualTo(400);
        assertThat(fromABrowser(ada, Map.of("Cookie", "any=thing"))).isEqualTo(400);
        assertThat(fromABrowser(ada, Map.of("Cookie", "__cf_bm=thing"))).isEqualTo(200);
    }

    private static int fromABrowser(Ada ada, Map<String, String> headers) {
        String flow = new Ada(server).begin("login", "");
        Answer answer =
                server.http()
                        .post(
                                "/self-service/login?flow=" + flow,
                                headers,
                                """
                                {"method":"password","identifier":"%s","password":"%s"}\
                                """
                                        .formatted(ada.email(), Ada.PASSWORD));
        assertThat(answer.says(4000001)).isEqualTo(answer.status() == 400);
        return answer.status();
    }

    /** Scenario 66. */
    @Test
    void noFlowLeadsToAStranger() {
        Ada ada = Ada.registered(server);
        String evil = "?return_to=https://evil.example/";
        for (Answer answer :
                List.of(
                        new Ada(server).init("login", evil),
                        new Ada(server).init("registration", evil),
                        ada.init("settings", evil))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.at("error.id")).isEqualTo("self_service_flow_return_to_forbidden");
        }
    }

    /** Scenario 67. */
    @Test
    void anExpiredFlowIsGoneAndNamesAFreshOne() {
        Ada ada = Ada.registered(server);
        String flow = new Ada(server).begin("login", "");
        server.clock().forward(Duration.ofHours(2));
        Answer read = server.http().get("/self-service/login/flows?id=" + flow, Map.of());
        assertThat(read.status()).isEqualTo(410);
        assertThat(read.json().path("error").has("details")).isTrue();
        Answer late = ada.elsewhereWith(flow);
        assertThat(late.status()).isEqualTo(410);
        assertThat(late.json().path("since").isIntegralNumber()).isTrue();
        assertThat(ada.elsewhereWith(late.at("use_flow_id")).status()).isEqualTo(200);
    }

    /** Between the first look and the commit there is a hash to be made. */
    @Test
    void whoHasNoSecondFactorIsAskedForNoneWheneverFreshnessEnds() {
        for (int left = 0; left < 12; left++) {
            Ada ada = Ada.registered(server);
            server.clock().forward(Duration.ofMinutes(60).minusSeconds(left));
            String flow = ada.begin("settings", "");
            server.clock().ticking(Duration.ofSeconds(1));
            Answer answer =
                    ada.submit(
                            "settings",
                            flow,
                            "{\"method\":\"password\",\"password\":\"entirely another one\"}");
            server.clock().ticking(Duration.ZERO);
            if (answer.status() != 200) {
                assertThat(answer.at("error.id")).isEqualTo("session_refresh_required");
                assertThat(answer.at("redirect_browser_to")).doesNotContain("aal2");
            }
        }
    }
}
