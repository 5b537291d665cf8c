package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Documents;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Settings in a browser: scenarios 49 to 53 of the behavioural contract, and around. */
class BrowserSettingsTest {
    private static final String HOME = "http://localhost:4433/";
    private static final String NEW = "another horse battery staple";
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<String, String> newPassword() {
        return Map.of("method", "password", "password", NEW);
    }

    @Test
    void aPageChangesAPasswordAndGetsAnotherToken() {
        Ada ada = Ada.registered(server);
        Browser browser = Browser.loggedIn(server, ada);
        Browser thief = browser.copy();
        String id = browser.begin("settings", "");
        Answer saved = browser.submit("settings", id, newPassword());
        assertThat(saved.status()).isEqualTo(303);
        assertThat(saved.place()).isEqualTo(HOME + "ui/settings?flow=" + id);
        assertThat(browser.flow("settings", id).says(1050001)).isTrue();
        assertThat(browser.whoami().status()).isEqualTo(200);
        server.clock().forward(Duration.ofSeconds(61));
        assertThat(thief.whoami().status()).isEqualTo(401);
        assertThat(browser.whoami().status()).isEqualTo(200);
    }

    @Test
    void aScriptEnrolsAnAuthenticatorApp() {
        Browser browser = Browser.loggedIn(server, Ada.registered(server));
        Answer flow = browser.script("/self-service/settings/browser?return_to=" + HOME + "app");
        String csrf = browser.cookie(browser.csrfName());
        Answer saved =
                browser.send(
                        "settings",
                        flow.at("id"),
                        Map.of(
                                "method",
                                "totp",
                                "totp_code",
                                AuthenticatorApp.code(flow.totpSecret(), server.clock().now())));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.at("state")).isEqualTo("success");
        assertThat(saved.at("continue_with.0.redirect_browser_to")).isEqualTo(HOME + "app");
        assertThat(saved.json().has("session_token")).isFalse();
        assertThat(browser.whoami().at("authenticator_assurance_level")).isEqualTo("aal2");
        assertThat(browser.cookie(browser.csrfName())).isEqualTo(csrf);
    }

    @Test
    void nobodyIsSentToLogInAndComesBack() {
        Browser browser = new Browser(server);
        String init = "self-service/settings/browser";
        Answer page = browser.page("/" + init);
        assertThat(page.place())
                .isEqualTo(
                        HOME
                                + "self-service/login/browser?return_to=http%3A%2F%2Flocalhost%3A4433%2Fself-service%2Fsettings%2Fbrowser");
        Answer script = browser.script("/" + init);
        assertThat(script.status()).isEqualTo(401);
        assertThat(script.at("error.id")).isEqualTo("session_inactive");
    }

    /** Scenarios 49 and 50. */
    @Test
    void aPausedChangeGoesOnAfterTheRefresh() {
        Ada ada = Ada.registered(server);
        Browser browser = Browser.loggedIn(server, ada);
        server.clock().forward(Duration.ofMinutes(61));
        String id = browser.begin("settings", "");
        Answer paused = browser.submit("settings", id, newPassword());
        assertThat(paused.status()).isEqualTo(303);
        assertThat(paused.place()).startsWith(HOME + "self-service/login/browser?refresh=true");
        Answer login = browser.page(paused.place().substring(HOME.length() - 1));
        Answer back =
                browser.submit(
                        "login", Browser.flowIn(login.place()), Browser.password(ada.email()));
        assertThat(back.place()).isEqualTo(HOME + "self-service/settings?flow=" + id);
        Answer resumed = browser.page(back.place().substring(HOME.length() - 1));
        assertThat(resumed.place()).isEqualTo(HOME + "ui/settings?flow=" + id);
        assertThat(browser.flow("settings", id).at("state")).isEqualTo("success");
        Browser changed = new Browser(server);
        changed.submit(
                "login",
                changed.begin("login", ""),
                Map.of("method", "password", "identifier", ada.email(), "password", NEW));
        assertThat(changed.whoami().status()).isEqualTo(200);
    }

    @Test
    void aPausedChangeIsTakenUpByItsSessionAlone() {
        Ada ada = Ada.registered(server);
        Browser browser = Browser.loggedIn(server, ada);
        server.clock().forward(Duration.ofMinutes(61));
        String id = browser.begin("settings", "");
        Answer paused = browser.submit("settings", id, newPassword());
        assertThat(paused.place()).contains("refresh=true");
        Browser elsewhere = Browser.loggedIn(server, ada);
        elsewhere.page(Browser.action("settings", id));
        assertThat(elsewhere.flow("settings", id).at("state")).isEqualTo("show_form");
        Browser again = new Browser(server);
        again.submit("login", again.begin("login", ""), Browser.password(ada.email()));
        assertThat(again.whoami().status()).isEqualTo(200);
    }

    /** Neither does a login's identifier lie about. */
    @Test
    void whatAFlowRemembersIsSealed() {
        Ada ada = Ada.registered(server);
        Browser browser = Browser.loggedIn(server, ada);
        server.clock().forward(Duration.ofMinutes(61));
        String id = browser.begin("settings", "");
        browser.submit("settings", id, newPassword());
        assertThat(kept("settings/" + id)).contains("paused").doesNotContain(NEW);
        Browser other = new Browser(server);
        String login = other.begin("login", "");
        other.submit(
                "login",
                login,
                Map.of("method", "password", "identifier", ada.email(), "password", "wrong"));
        assertThat(kept("login/" + login)).contains("identifier").doesNotContain(ada.email());
        assertThat(other.flow("login", login).value("identifier")).isEqualTo(ada.email());
    }

    private static String kept(String key) {
        return server.bean(Documents.class)
                .collection(new CollectionShape("flows-1", Set.of()))
                .get(key)
                .orElseThrow()
                .body();
    }

    /** Scenario 49, for scripts. */
    @Test
    void aScriptIsToldToRefresh() {
        Browser browser = Browser.loggedIn(server, Ada.registered(server));
        server.clock().forward(Duration.ofMinutes(61));
        String id = browser.begin("settings", "");
        Answer refused = browser.send("settings", id, newPassword());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("error.id")).isEqualTo("session_refresh_required");
        assertThat(refused.at("redirect_browser_to")).contains("refresh=true");
    }

    /** Scenario 52. */
    @Test
    void aFlowOfSomebodyElseIsRefused() {
        Browser browser = Browser.loggedIn(server, Ada.registered(server));
        String id = browser.begin("settings", "");
        Browser other = Browser.loggedIn(server, Ada.registered(server));
        Answer refused = other.flow("settings", id);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("error.id")).isEqualTo("security_identity_mismatch");
        assertThat(other.form(Browser.action("settings", id), newPassword()).place())
                .startsWith(HOME + "ui/error?id=");
    }

    /** Scenario 53. */
    @Test
    void anAal1SessionIsLedToItsSecondFactorAndBack() {
        Ada ada = Ada.registered(server);
        String secret = ada.enrolTotp();
        Browser browser = Browser.loggedIn(server, ada);
        Answer led = browser.page("/self-service/settings/browser");
        assertThat(led.place()).startsWith(HOME + "self-service/login/browser?aal=aal2&return_to=");
        Answer script = browser.script("/self-service/settings/browser");
        assertThat(script.status()).isEqualTo(403);
        assertThat(script.at("redirect_browser_to"))
                .isEqualTo(HOME + "self-service/login/browser?aal=aal2");
        Answer login = browser.page(led.place().substring(HOME.length() - 1));
        Answer done =
                browser.submit(
                        "login",
                        Browser.flowIn(login.place()),
                        Map.of("method", "totp", "totp_code", ada.nextCode(secret)));
        assertThat(done.place()).isEqualTo(HOME + "self-service/settings/browser");
    }

    @Test
    void anExpiredFlowLeadsToAFreshOne() {
        TestServer quick =
                TestServer.start("memory", "{selfservice: {flows: {settings: {lifespan: 1m}}}}");
        try (quick) {
            Browser browser = Browser.loggedIn(quick, Ada.registered(quick));
            String id = browser.begin("settings", "");
            Map<String, String> filled = browser.filled("settings", id, newPassword());
            quick.clock().forward(Duration.ofMinutes(2));
            Answer read = browser.flow("settings", id);
            assertThat(read.status()).isEqualTo(410);
            Answer page = browser.form(Browser.action("settings", id), filled);
            String fresh = Browser.flowIn(page.place());
            assertThat(fresh).isNotEqualTo(id);
            assertThat(browser.flow("settings", fresh).says(4050001)).isTrue();
            Answer script = browser.json(Browser.action("settings", id), filled);
            assertThat(script.status()).isEqualTo(410);
            assertThat(script.at("use_flow_id")).isNotEmpty();
        }
    }
}
