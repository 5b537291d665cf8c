package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Flows that are over, of another session, or none: each leads to a form that works. */
class BrowserOverTest {
    private static final String HOME = "http://localhost:4433/";
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
    void anExpiredFlowKeepsItsLevelAndWhatItIsFor() {
        Ada ada = Ada.registered(server);
        ada.enrolTotp();
        Browser browser = Browser.loggedIn(server, ada);
        String id = browser.begin("login", "?aal=aal2&refresh=true&return_to=" + HOME + "app");
        Map<String, String> filled =
                browser.filled("login", id, Map.of("method", "totp", "totp_code", "123456"));
        server.clock().forward(Duration.ofMinutes(61));
        Answer read = browser.flow("login", id);
        assertThat(read.status()).isEqualTo(410);
        assertThat(read.at("error.details.redirect_to"))
                .startsWith(HOME + "self-service/login/browser?return_to=");
        Answer led = browser.form(Browser.action("login", id), filled);
        Answer fresh = browser.flow("login", Browser.flowIn(led.place()));
        assertThat(fresh.at("requested_aal")).isEqualTo("aal2");
        assertThat(fresh.json().path("refresh").asBoolean()).isTrue();
        assertThat(fresh.at("return_to")).isEqualTo(HOME + "app");
        assertThat(fresh.says(4010001)).isTrue();
        Answer script = browser.json(Browser.action("login", id), filled);
        assertThat(script.status()).isEqualTo(410);
        assertThat(script.json().path("since").isIntegralNumber()).isTrue();
    }

    @Test
    void aFlowOfAnotherSessionOfTheSamePersonLeadsToAFreshOne() {
        Ada ada = Ada.registered(server);
        String secret = ada.enrolTotp();
        Browser browser = Browser.loggedIn(server, ada);
        String id = browser.begin("login", "?aal=aal2");
        Map<String, String> filled =
                browser.filled(
                        "login", id, Map.of("method", "totp", "totp_code", ada.nextCode(secret)));
        browser.forget(Browser.SESSION);
        browser.submit("login", browser.begin("login", ""), Browser.password(ada.email()));
        Answer led = browser.form(Browser.action("login", id), filled);
        String fresh = Browser.flowIn(led.place());
        assertThat(fresh).isNotEqualTo(id);
        assertThat(browser.flow("login", fresh).at("requested_aal")).isEqualTo("aal2");
    }

    @Test
    void aFlowThatIsNoneEndsAtTheErrorPage() {
        Browser browser = new Browser(server);
        String none = "00000000-0000-4000-8000-000000000000";
        assertThat(browser.form(Browser.action("login", none), Map.of()).place())
                .startsWith(HOME + "ui/error?id=");
        assertThat(browser.json(Browser.action("login", none), Map.of()).status()).isEqualTo(404);
        assertThat(browser.form("/self-service/login?flow=x", Map.of()).place())
                .startsWith(HOME + "ui/error?id=");
    }

    /** Whoever knows a flow's id and has a session of their own learns nothing by a submit. */
    @Test
    void aFlowTellsAnotherPersonNothingOfItsOwn() {
        Ada ada = Ada.registered(server);
        ada.enrolTotp();
        Browser browser = new Browser(server);
        String open = browser.begin("login", "");
        Map<String, String> wrong =
                Map.of("method", "password", "identifier", ada.email(), "password", "wrong");
        browser.submit("login", open, wrong);
        Browser eve = Browser.loggedIn(server, Ada.registered(server));
        Answer told = eve.json(Browser.action("login", open), Map.of());
        assertThat(told.status()).isEqualTo(400);
        assertThat(told.body()).doesNotContain(ada.email());
        Browser stepping = Browser.loggedIn(server, ada);
        String second = stepping.begin("login", "?aal=aal2");
        Answer refused = eve.json(Browser.action("login", second), Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("error.id")).isEqualTo("security_identity_mismatch");
    }

    /** Both factors are stale: each is asked for once, and what was typed is typed once. */
    @Test
    void aChangeThatNeedsBothFactorsAnewGoesOnAfterBoth() {
        Ada ada = Ada.registered(server);
        String secret = ada.enrolTotp();
        Browser browser = Browser.loggedIn(server, ada);
        browser.submit("login", browser.begin("login", "?aal=aal2"), totp(ada, secret));
        server.clock().forward(Duration.ofMinutes(61));
        String id = browser.begin("settings", "");
        Answer paused =
                browser.submit(
                        "settings",
                        id,
                        Map.of("method", "password", "password", "a new battery staple"));
        assertThat(paused.place()).contains("refresh=true&aal=aal2");
        String second = Browser.flowIn(browser.page(path(paused)).place());
        Answer back = browser.submit("login", second, totp(ada, secret));
        Answer again = browser.page(path(back));
        assertThat(again.place()).contains("refresh=true&return_to=");
        String first = Browser.flowIn(browser.page(path(again)).place());
        assertThat(browser.flow("login", first).at("requested_aal")).isEqualTo("aal1");
        Answer done = browser.submit("login", first, Browser.password(ada.email()));
        assertThat(browser.page(path(done)).place()).isEqualTo(HOME + "ui/settings?flow=" + id);
        assertThat(browser.flow("settings", id).at("state")).isEqualTo("success");
    }

    private static Map<String, String> totp(Ada ada, String secret) {
        return Map.of("method", "totp", "totp_code", ada.nextCode(secret));
    }

    private static String path(Answer led) {
        return led.place().substring(HOME.length() - 1);
    }
}
