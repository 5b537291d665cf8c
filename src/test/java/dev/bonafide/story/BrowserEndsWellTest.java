package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What people do to forms: click twice, go back, use two tabs, come back after an hour. Each way
 * leads to where they wanted to go, or to a form that works.
 */
class BrowserEndsWellTest {
    private static final String HOME = "http://localhost:4433/";
    private static final String APP = "?return_to=" + HOME + "app";
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String path(Answer led) {
        return led.place().substring(HOME.length() - 1);
    }

    @Test
    void aSecondClickWhoseCookieHasArrivedIsLedOn() {
        Ada ada = Ada.registered(server);
        Browser browser = new Browser(server);
        String id = browser.begin("login", APP);
        Map<String, String> filled = browser.filled("login", id, Browser.password(ada.email()));
        assertThat(browser.form(Browser.action("login", id), filled).place())
                .isEqualTo(HOME + "app");
        assertThat(browser.form(Browser.action("login", id), filled).place())
                .isEqualTo(HOME + "app");
    }

    @Test
    void aSecondClickThatWasFasterThanTheCookieIsLedOn() {
        Ada ada = Ada.registered(server);
        Browser browser = new Browser(server);
        String id = browser.begin("login", APP);
        Map<String, String> filled = browser.filled("login", id, Browser.password(ada.email()));
        Browser second = browser.copy();
        browser.form(Browser.action("login", id), filled);
        Answer led = second.form(Browser.action("login", id), filled);
        assertThat(led.place()).startsWith(HOME + "self-service/login/browser?return_to=");
        assertThat(browser.page(path(led)).place()).isEqualTo(HOME + "app");
        Answer script = second.json(Browser.action("login", id), filled);
        assertThat(script.status()).isEqualTo(410);
        assertThat(second.flow("login", script.at("use_flow_id")).status()).isEqualTo(200);
    }

    @Test
    void aSecondClickOnASecondFactorIsLedOn() {
        Ada ada = Ada.registered(server);
        String secret = ada.enrolTotp();
        Browser browser = Browser.loggedIn(server, ada);
        String id = browser.begin("login", "?aal=aal2&return_to=" + HOME + "app");
        Map<String, String> filled =
                browser.filled(
                        "login", id, Map.of("method", "totp", "totp_code", ada.nextCode(secret)));
        Browser early = browser.copy();
        assertThat(browser.form(Browser.action("login", id), filled).place())
                .isEqualTo(HOME + "app");
        assertThat(browser.form(Browser.action("login", id), filled).place())
                .isEqualTo(HOME + "app");
        assertThat(early.form(Browser.action("login", id), filled).place()).isEqualTo(HOME + "app");
        assertThat(browser.whoami().at("authenticator_assurance_level")).isEqualTo("aal2");
    }

    @Test
    void aSecondClickOnAChangeShowsWhatTheFirstDid() {
        Browser browser = Browser.loggedIn(server, Ada.registered(server));
        String id = browser.begin("settings", "");
        Map<String, String> filled =
                browser.filled(
                        "settings",
                        id,
                        Map.of("method", "password", "password", "a second battery staple"));
        Browser early = browser.copy();
        browser.form(Browser.action("settings", id), filled);
        assertThat(early.form(Browser.action("settings", id), filled).place())
                .isEqualTo(HOME + "ui/settings?flow=" + id);
        assertThat(browser.flow("settings", id).says(1050001)).isTrue();
    }

    @Test
    void aSecondClickOnARegistrationIsLedOn() {
        Ada ada = new Ada(server);
        Browser browser = new Browser(server);
        String id = browser.begin("registration", APP);
        Map<String, String> filled =
                browser.filled(
                        "registration",
                        id,
                        Map.of(
                                "method",
                                "password",
                                "password",
                                Ada.PASSWORD,
                                "traits.email",
                                ada.email()));
        Browser second = browser.copy();
        assertThat(browser.form(Browser.action("registration", id), filled).place())
                .isEqualTo(HOME + "app");
        assertThat(browser.form(Browser.action("registration", id), filled).place())
                .isEqualTo(HOME + "app");
        Answer led = second.form(Browser.action("registration", id), filled);
        assertThat(led.place()).startsWith(HOME + "self-service/registration/browser?return_to=");
        assertThat(browser.page(path(led)).place()).isEqualTo(HOME + "app");
    }

    @Test
    void theBackButtonAfterALoginLeadsForwardAgain() {
        Ada ada = Ada.registered(server);
        Browser browser = new Browser(server);
        String id = browser.begin("login", APP);
        browser.submit("login", id, Browser.password(ada.email()));
        assertThat(browser.flow("login", id).status()).isEqualTo(403);
        assertThat(browser.page("/self-service/login/browser" + APP).place())
                .isEqualTo(HOME + "app");
    }

    @Test
    void aSecondTabIsLedOnOnceTheFirstIsLoggedIn() {
        Ada ada = Ada.registered(server);
        Browser browser = new Browser(server);
        String first = browser.begin("login", "");
        String second = browser.begin("login", APP);
        Map<String, String> filled = browser.filled("login", second, Browser.password(ada.email()));
        browser.submit("login", first, Browser.password(ada.email()));
        assertThat(browser.form(Browser.action("login", second), filled).place())
                .isEqualTo(HOME + "app");
    }

    @Test
    void twoTabsOfSettingsBothSave() {
        Browser browser = Browser.loggedIn(server, Ada.registered(server));
        String first = browser.begin("settings", "");
        String second = browser.begin("settings", "");
        Map<String, String> filled =
                browser.filled(
                        "settings",
                        second,
                        Map.of("method", "password", "password", "a second battery staple"));
        browser.submit(
                "settings",
                first,
                Map.of("method", "password", "password", "a first battery staple"));
        browser.form(Browser.action("settings", second), filled);
        assertThat(browser.flow("settings", second).at("state")).isEqualTo("success");
        assertThat(browser.flow("settings", first).at("state")).isEqualTo("success");
    }

    @Test
    void aSessionThatEndsWhileASecondFactorIsTypedBeginsAgain() {
        Ada ada = Ada.registered(server);
        String secret = ada.enrolTotp();
        Browser browser = Browser.loggedIn(server, ada);
        String id = browser.begin("login", "?aal=aal2&return_to=" + HOME + "app");
        Map<String, String> filled =
                browser.filled(
                        "login", id, Map.of("method", "totp", "totp_code", ada.nextCode(secret)));
        server.clock().forward(Duration.ofHours(24).plusMinutes(1));
        Answer script = browser.json(Browser.action("login", id), filled);
        assertThat(script.status()).isEqualTo(401);
        assertThat(script.at("error.id")).isEqualTo("session_aal1_required");
        Answer led = browser.form(Browser.action("login", id), filled);
        assertThat(led.place()).startsWith(HOME + "self-service/login/browser?return_to=");
        String fresh = Browser.flowIn(browser.page(path(led)).place());
        Answer step = browser.submit("login", fresh, Browser.password(ada.email()));
        assertThat(step.place()).contains("aal=aal2&return_to=");
    }

    @Test
    void aSessionThatEndsWhileSettingsAreOpenComesBackToThem() {
        Ada ada = Ada.registered(server);
        Browser browser = Browser.loggedIn(server, ada);
        TestClock clock = server.clock();
        clock.forward(Duration.ofHours(23).plusMinutes(50));
        String id = browser.begin("settings", "");
        Map<String, String> filled = browser.filled("settings", id, Map.of("method", "profile"));
        clock.forward(Duration.ofMinutes(20));
        Answer led = browser.form(Browser.action("settings", id), filled);
        assertThat(led.place()).startsWith(HOME + "self-service/login/browser?return_to=");
        String login = Browser.flowIn(browser.page(path(led)).place());
        Answer back = browser.submit("login", login, Browser.password(ada.email()));
        assertThat(back.place()).isEqualTo(HOME + "self-service/settings?flow=" + id);
        assertThat(browser.page(path(back)).place()).isEqualTo(HOME + "ui/settings?flow=" + id);
        assertThat(browser.flow("settings", id).status()).isEqualTo(200);
    }
}
