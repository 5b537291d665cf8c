package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What configuration changes: scenarios 2, 17, 40, 53 and 68 of the behavioural contract. */
class ConfigurationScenarioTest {
    /** Scenario 2, safer: without the hook there is no session, not even a hidden one. */
    @Test
    void registrationWithoutTheSessionHookLeavesNoSession() {
        String none = "selfservice: {flows: {registration: {after: {password: {hooks: []}}}}}";
        try (TestServer server = TestServer.start("memory", none)) {
            Answer registered = new Ada(server).register();
            assertThat(registered.status()).isEqualTo(200);
            assertThat(registered.at("identity.id")).isNotEmpty();
            assertThat(registered.json().has("session_token")).isFalse();
            assertThat(server.http().admin("GET", "/admin/sessions", "").json().size()).isZero();
        }
    }

    /** Scenarios 17, 53 and 68; unlinking is safer: it wants the factor that it removes. */
    @Test
    void aal1SufficesWhereTheOperatorSaysSo() {
        String aal1 =
                """
                session: {whoami: {required_aal: aal1}}
                selfservice:
                  flows: {settings: {required_aal: aal1}}
                  methods: {lookup_secret: {enabled: false}}
                """;
        try (TestServer server = TestServer.start("memory", aal1)) {
            Ada ada = Ada.registered(server);
            assertThat(ada.enrolTotp()).isNotEmpty();
            Ada there = ada.elsewhere();
            assertThat(there.whoami().at("authenticator_assurance_level")).isEqualTo("aal1");
            assertThat(there.init("settings", "").status()).isEqualTo(200);
            Answer unlink = there.change("{\"totp_unlink\":true}");
            assertThat(unlink.status()).isEqualTo(403);
            assertThat(unlink.at("error.id")).isEqualTo("session_refresh_required");
            assertThat(unlink.at("redirect_browser_to")).contains("refresh=true", "aal=aal2");
            Answer disabled = there.lookup(there.begin("login", "?aal=aal2"), "abcd1234");
            assertThat(disabled.status()).isEqualTo(404);
            assertThat(disabled.json().has("error")).isTrue();
        }
    }

    /** Scenario 53: what {@code highest_available} says of settings. */
    @Test
    void settingsAskForAal2WhereItCanBeReached() {
        try (TestServer server = TestServer.start()) {
            Ada ada = Ada.registered(server);
            assertThat(ada.enrolTotp()).isNotEmpty();
            Answer refused = ada.elsewhere().init("settings", "");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.at("error.id")).isEqualTo("session_aal2_required");
        }
    }

    /** Scenario 40, safer: a method that was switched off locks nobody out. */
    @Test
    void aMethodThatWasSwitchedOffIsNotAskedFor(@TempDir Path folder) {
        String dsn = "sqlite://" + folder.resolve("bonafide.db");
        TestClock clock = new TestClock();
        Ada ada;
        try (TestServer server = TestServer.start(dsn, "", clock)) {
            ada = Ada.registered(server);
            assertThat(ada.enrolTotp()).isNotEmpty();
            assertThat(ada.elsewhere().whoami().status()).isEqualTo(403);
        }
        String off = "selfservice: {methods: {totp: {enabled: false}}}";
        try (TestServer server = TestServer.start(dsn, off, clock)) {
            Ada there = ada.at(server).elsewhere();
            assertThat(there.whoami().status()).isEqualTo(200);
            assertThat(there.init("login", "?aal=aal2").nodes()).doesNotContain("totp_code");
        }
    }
}
