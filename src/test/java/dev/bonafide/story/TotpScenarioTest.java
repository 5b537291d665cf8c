package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Authenticator apps: scenarios 32 to 39 and 41 of the behavioural contract. */
class TotpScenarioTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Scenario 32. */
    @Test
    void everySettingsFlowShowsASecretOfItsOwn() {
        Ada ada = Ada.registered(server);
        Answer first = ada.init("settings", "");
        Answer second = ada.init("settings", "");
        assertThat(first.nodes()).contains("totp_qr", "totp_secret_key", "totp_code", "method");
        assertThat(first.totpSecret()).isNotEmpty().isNotEqualTo(second.totpSecret());
    }

    /** Scenario 33. */
    @Test
    void aRightCodeLinksTheApp() {
        Ada ada = Ada.registered(server);
        Answer flow = ada.init("settings", "");
        Answer linked = link(ada, flow, ada.code(flow.totpSecret()));
        assertThat(linked.status()).isEqualTo(200);
        assertThat(linked.at("state")).isEqualTo("success");
        assertThat(linked.says(1050001)).isTrue();
        assertThat(ada.init("settings", "").nodes())
                .contains("totp_unlink")
                .doesNotContain("totp_qr", "totp_secret_key", "totp_code");
    }

    /** Scenario 34. */
    @Test
    void aWrongCodeIsToldAtItsField() {
        Ada ada = Ada.registered(server);
        Answer flow = ada.init("settings", "");
        String wrong = other(ada.code(flow.totpSecret()));
        assertThat(told(ada, flow, wrong)).isEqualTo("4000008");
        assertThat(told(ada, flow, "")).isEqualTo("4000002");
        assertThat(told(ada, flow, "12345")).isEqualTo("4000008");
    }

    private static String told(Ada ada, Answer flow, String code) {
        Answer refused = link(ada, flow, code);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.messagesAt("totp_code")).hasSize(1);
        return String.valueOf(refused.messagesAt("totp_code").getFirst());
    }

    /** Scenario 35. */
    @Test
    void linkingLiftsThisSessionAndAsksTheOthers() {
        Ada here = Ada.registered(server);
        Ada there = here.elsewhere();
        String secret = here.enrolTotp();
        assertThat(secret).isNotEmpty();
        assertThat(here.whoami().proofs("")).containsExactly("password/aal1", "totp/aal2");
        assertThat(here.whoami().at("authenticator_assurance_level")).isEqualTo("aal2");
        assertThat(there.whoami().status()).isEqualTo(403);
    }

    /** Scenario 36, safer: also the code of the enrolment is spent. */
    @Test
    void noCodeIsTakenTwice() {
        Ada ada = Ada.registered(server);
        String secret = ada.enrolTotp();
        assertThat(ada.elsewhere().stepUp(secret).says(4000008)).isTrue();
        String code = ada.nextCode(secret);
        Ada first = ada.elsewhere();
        assertThat(first.totp(first.begin("login", "?aal=aal2"), code).status()).isEqualTo(200);
        Ada second = ada.elsewhere();
        Answer replayed = second.totp(second.begin("login", "?aal=aal2"), code);
        assertThat(replayed.status()).isEqualTo(400);
        assertThat(replayed.says(4000008)).isTrue();
    }

    /** Scenario 37. */
    @Test
    void aClockMayBeOneStepOffButNotTwo() {
        Ada ada = Ada.registered(server);
        String secret = ada.enrolTotp();
        server.clock().forward(Duration.ofMinutes(5));
        assertThat(at(ada, secret, -60).says(4000008)).isTrue();
        assertThat(at(ada, secret, 60).says(4000008)).isTrue();
        assertThat(at(ada, secret, -30).status()).isEqualTo(200);
        assertThat(at(ada, secret, 30).status()).isEqualTo(200);
    }

    private static Answer at(Ada ada, String secret, int seconds) {
        Ada client = ada.elsewhere();
        String code = AuthenticatorApp.code(secret, server.clock().now().plusSeconds(seconds));
        return client.totp(client.begin("login", "?aal=aal2"), code);
    }

    /** Scenario 38, safer: guesses are throttled, and the right code must wait as well. */
    @Test
    void manyWrongCodesMakeTheRightOneWait() {
        Ada ada = Ada.registered(server);
        String secret = ada.enrolTotp();
        String right = ada.nextCode(secret);
        Ada there = ada.elsewhere();
        String flow = there.begin("login", "?aal=aal2");
        Answer answer = there.totp(flow, other(right));
        for (int guess = 1; guess < 100 && answer.header("Retry-After").isEmpty(); guess++) {
            answer = there.totp(flow, other(right));
        }
        Answer waiting = there.totp(flow, right);
        assertThat(waiting.status()).isEqualTo(400);
        assertThat(waiting.says(4000001)).isTrue();
        assertThat(waiting.header("Retry-After")).isNotEmpty();
        server.clock().forward(Duration.ofMinutes(15));
        assertThat(there.totp(flow, there.code(secret)).status()).isEqualTo(200);
    }

    /** Scenario 39, safer: sessions that rest on the unlinked app drop at once. */
    @Test
    void unlinkingNeedsAFreshProofAndDropsOtherSessions() {
        Ada ada = Ada.registered(server);
        String secret = ada.enrolTotp();
        Ada there = ada.elsewhere();
        assertThat(there.totp(there.begin("login", "?aal=aal2"), ada.nextCode(secret)).status())
                .isEqualTo(200);
        server.clock().forward(Duration.ofHours(2));
        Answer stale = ada.change("{\"totp_unlink\":true}");
        assertThat(stale.status()).isEqualTo(403);
        assertThat(stale.at("error.id")).isEqualTo("session_refresh_required");
        String refresh = ada.begin("login", "?refresh=true&aal=aal2");
        assertThat(ada.totp(refresh, ada.code(secret)).status()).isEqualTo(200);
        assertThat(ada.change("{\"totp_unlink\":true}").status()).isEqualTo(200);
        assertThat(there.whoami().at("authenticator_assurance_level")).isEqualTo("aal1");
        assertThat(ada.elsewhere().whoami().status()).isEqualTo(200);
    }

    /** Scenario 41. */
    @Test
    void anAppThatAnAdministratorRemovedIsNotSetUp() {
        Ada ada = Ada.registered(server);
        String identity = ada.whoami().at("identity.id");
        String secret = ada.enrolTotp();
        Ada there = ada.elsewhere();
        String flow = there.begin("login", "?aal=aal2");
        String path = "/admin/identities/" + identity + "/credentials/totp";
        assertThat(server.http().admin("DELETE", path, "").status()).isEqualTo(204);
        Answer refused = there.totp(flow, ada.nextCode(secret));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.says(4000011)).isTrue();
    }

    private static Answer link(Ada ada, Answer flow, String code) {
        return ada.submit(
                "settings",
                flow.at("id"),
                "{\"method\":\"totp\",\"totp_code\":\"%s\"}".formatted(code));
    }

    /** Six digits that are not these. */
    private static String other(String code) {
        return (code.startsWith("0") ? "1" : "0") + code.substring(1);
    }
}
