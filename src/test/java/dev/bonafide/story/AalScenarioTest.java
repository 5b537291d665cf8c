package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a level asks for: scenarios 16, 18 and 21 to 31 of the behavioural contract. */
class AalScenarioTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Scenario 16. */
    @Test
    void whoamiAsksForAal2WhereItCanBeReached() {
        Ada ada = Ada.registered(server);
        ada.enrolTotp();
        Answer refused = ada.elsewhere().whoami();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("error.id")).isEqualTo("session_aal2_required");
        assertThat(refused.at("redirect_browser_to"))
                .isEqualTo("http://localhost:4433/self-service/login/browser?aal=aal2")
                .isEqualTo(refused.at("error.details.redirect_browser_to"));
    }

    /** Scenario 18. */
    @Test
    void thePasswordsAnswerWithholdsTheIdentityUntilAal2() {
        Ada ada = Ada.registered(server);
        ada.enrolTotp();
        Answer login = ada.login();
        assertThat(login.status()).isEqualTo(200);
        assertThat(login.at("session_token")).isNotEmpty();
        assertThat(login.json().path("session").path("identity").isNull()).isTrue();
    }

    /** Scenario 21. */
    @Test
    void anAal2FlowNeedsASession() {
        Answer answer = new Ada(server).init("login", "?aal=aal2");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.at("error.id")).isEqualTo("session_aal1_required");
    }

    /** Scenario 22; null, as Kratos answers an API client, would be against its description. */
    @Test
    void anAal2FlowWithoutSecondFactorOffersNone() {
        Answer flow = Ada.registered(server).init("login", "?aal=aal2");
        assertThat(flow.status()).isEqualTo(200);
        assertThat(flow.nodes()).containsExactly("csrf_token");
    }

    /** Scenario 23. */
    @Test
    void anAal2SessionIsAskedAgainOnlyForARefresh() {
        Ada ada = Ada.registered(server);
        ada.enrolTotp();
        Answer again = ada.init("login", "?aal=aal2");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.at("error.id")).isEqualTo("session_already_available");
        assertThat(ada.init("login", "?aal=aal2&refresh=true").status()).isEqualTo(200);
    }

    /** Scenario 24. */
    @Test
    void theLevelIsReadWithoutCaseAndOnlyIfItExists() {
        Ada ada = Ada.registered(server);
        assertThat(ada.init("login", "?aal=AAL2").at("requested_aal")).isEqualTo("aal2");
        assertThat(ada.init("login", "?aal=aal3").status()).isEqualTo(400);
        assertThat(new Ada(server).init("login", "?aal=").at("requested_aal")).isEqualTo("aal1");
    }

    /** Scenario 25. */
    @Test
    void theAal2FormOffersWhatIsEnrolled() {
        Ada ada = Ada.registered(server);
        ada.enrolTotp();
        Answer flow = ada.elsewhere().init("login", "?aal=aal2");
        assertThat(flow.nodes()).containsExactly("csrf_token", "totp_code", "method");
        assertThat(flow.says(1010004)).isTrue();
        assertThat(flow.at("requested_aal")).isEqualTo("aal2");
        ada.enrolLookup();
        Answer refresh = ada.init("login", "?aal=aal2&refresh=true");
        assertThat(refresh.says(1010003)).isTrue();
        assertThat(refresh.says(1010004)).isFalse();
        assertThat(ada.elsewhere().init("login", "?aal=aal2").nodes())
                .containsExactly("csrf_token", "totp_code", "method", "lookup_secret", "method");
    }

    /** Scenarios 26 and 27; no device of zeros is invented. */
    @Test
    void totpLiftsTheSameSession() {
        Ada ada = Ada.registered(server);
        String secret = ada.enrolTotp();
        Answer login = ada.login();
        String token = ada.token();
        Answer lifted = ada.totp(ada.begin("login", "?aal=aal2"), ada.nextCode(secret));
        assertThat(lifted.status()).isEqualTo(200);
        assertThat(lifted.at("session.id")).isEqualTo(login.at("session.id"));
        assertThat(ada.token()).isEqualTo(token);
        assertThat(lifted.proofs("session")).containsExactly("password/aal1", "totp/aal2");
        assertThat(lifted.at("session.authenticator_assurance_level")).isEqualTo("aal2");
        assertThat(ada.whoami().status()).isEqualTo(200);
        assertThat(ada.whoami().json().path("devices").size()).isEqualTo(1);
    }

    /** Scenario 28. */
    @Test
    void aMethodOfTheWrongLevelIsNotRecognised() {
        Ada ada = Ada.registered(server);
        ada.enrolTotp();
        Answer early = new Ada(server).totp(new Ada(server).begin("login", ""), "123456");
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.says(4010002)).isTrue();
        Ada there = ada.elsewhere();
        Answer late = there.password(there.begin("login", "?aal=aal2"));
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.says(4010002)).isTrue();
    }

    /** Scenario 29. */
    @Test
    void aRefreshByPasswordKeepsAal2() {
        Ada ada = Ada.registered(server);
        ada.enrolTotp();
        assertThat(ada.password(ada.begin("login", "?refresh=true&aal=aal1")).status())
                .isEqualTo(200);
        Answer whoami = ada.whoami();
        assertThat(whoami.at("authenticator_assurance_level")).isEqualTo("aal2");
        assertThat(whoami.proofs(""))
                .containsExactly("password/aal1", "totp/aal2", "password/aal1");
    }

    /** Scenario 30. */
    @Test
    void confirmingLookupSecretsLiftsTheSessionAtOnce() {
        Ada ada = Ada.registered(server);
        Answer before = ada.whoami();
        assertThat(ada.enrolLookup()).hasSize(12);
        Answer after = ada.whoami();
        assertThat(after.at("id")).isEqualTo(before.at("id"));
        assertThat(after.at("authenticator_assurance_level")).isEqualTo("aal2");
    }

    /** Scenario 31, safer: an aal2 flow is the flow of the session that began it. */
    @Test
    void anAal2FlowIsRefusedToAnotherIdentity() {
        Ada ada = Ada.registered(server);
        ada.enrolTotp();
        String flow = ada.elsewhere().begin("login", "?aal=aal2");
        Ada eve = Ada.registered(server);
        String secret = eve.enrolTotp();
        Ada there = eve.elsewhere();
        Answer refused = there.totp(flow, eve.nextCode(secret));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("error.id")).isEqualTo("security_identity_mismatch");
        assertThat(there.whoami().status()).isEqualTo(403);
    }

    /** Scenario 31, for another session of the same identity. */
    @Test
    void anAal2FlowLeadsAnotherSessionToAFlowOfItsOwn() {
        Ada ada = Ada.registered(server);
        String secret = ada.enrolTotp();
        String flow = ada.elsewhere().begin("login", "?aal=aal2");
        Ada there = ada.elsewhere();
        Answer refused = there.totp(flow, ada.nextCode(secret));
        assertThat(refused.status()).isEqualTo(410);
        assertThat(there.totp(refused.at("use_flow_id"), ada.code(secret)).status()).isEqualTo(200);
    }
}
