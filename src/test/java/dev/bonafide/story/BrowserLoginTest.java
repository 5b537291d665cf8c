package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Login in a browser: scenarios 6, 15, 19, 20 and 60 of the behavioural contract, and around. */
class BrowserLoginTest {
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
    void aPageLogsIn() {
        Ada ada = Ada.registered(server);
        Browser browser = new Browser(server);
        Answer begun = browser.page("/self-service/login/browser");
        assertThat(begun.status()).isEqualTo(303);
        assertThat(begun.place()).startsWith("http://localhost:4433/ui/login?flow=");
        String id = Browser.flowIn(begun.place());
        Answer flow = browser.flow("login", id);
        assertThat(flow.at("type")).isEqualTo("browser");
        assertThat(flow.csrf()).hasSize(88);
        Answer wrong =
                browser.submit(
                        "login",
                        id,
                        Map.of("method", "password", "identifier", "x", "password", "y"));
        assertThat(wrong.status()).isEqualTo(303);
        assertThat(wrong.place()).isEqualTo(begun.place());
        assertThat(browser.flow("login", id).says(4000006)).isTrue();
        assertThat(browser.flow("login", id).value("identifier")).isEqualTo("x");
        Answer done = browser.submit("login", id, Browser.password(ada.email()));
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.place()).isEqualTo(HOME);
        assertThat(browser.whoami().at("authenticator_assurance_level")).isEqualTo("aal1");
    }

    @Test
    void aMultipartFormLogsIn() {
        Ada ada = Ada.registered(server);
        Browser browser = new Browser(server);
        String id = browser.begin("login", "");
        Answer done =
                browser.multipart(
                        Browser.action("login", id),
                        browser.filled("login", id, Browser.password(ada.email())));
        assertThat(done.place()).isEqualTo(HOME);
        assertThat(browser.whoami().status()).isEqualTo(200);
    }

    @Test
    void aScriptLogsIn() {
        Ada ada = Ada.registered(server);
        Browser browser = new Browser(server);
        Answer begun = browser.script("/self-service/login/browser?return_to=" + HOME + "app");
        assertThat(begun.status()).isEqualTo(200);
        String id = begun.at("id");
        Answer wrong =
                browser.send(
                        "login",
                        id,
                        Map.of("method", "password", "identifier", "x", "password", "y"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.says(4000006)).isTrue();
        Answer done = browser.send("login", id, Browser.password(ada.email()));
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.json().has("session_token")).isFalse();
        assertThat(done.at("session.identity.traits.email")).isEqualTo(ada.email());
        assertThat(done.at("continue_with.0.action")).isEqualTo("redirect_browser_to");
        assertThat(done.at("continue_with.0.redirect_browser_to")).isEqualTo(HOME + "app");
        assertThat(browser.whoami().status()).isEqualTo(200);
    }

    /** Scenario 60. */
    @Test
    void aFlowIsShownToItsBrowserAlone() {
        Browser browser = new Browser(server);
        String id = browser.begin("login", "");
        Answer stranger = new Browser(server).flow("login", id);
        assertThat(stranger.status()).isEqualTo(403);
        assertThat(stranger.at("error.id")).isEqualTo("security_csrf_violation");
        Browser other = new Browser(server);
        other.begin("login", "");
        assertThat(other.flow("login", id).status()).isEqualTo(403);
    }

    /** Scenario 60, for submits. */
    @Test
    void aSubmitNeedsTheTokenOfItsBrowser() {
        Ada ada = Ada.registered(server);
        Browser browser = new Browser(server);
        String id = browser.begin("login", "");
        Browser other = new Browser(server);
        String foreign = other.flow("login", other.begin("login", "")).csrf();
        for (String token : new String[] {"", "x", foreign}) {
            Map<String, String> fields = new java.util.HashMap<>(Browser.password(ada.email()));
            fields.put("csrf_token", token);
            Answer refused = browser.json(Browser.action("login", id), fields);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.at("error.id")).isEqualTo("security_csrf_violation");
            Answer led = browser.form(Browser.action("login", id), fields);
            assertThat(led.status()).isEqualTo(303);
            assertThat(led.place()).startsWith("http://localhost:4433/ui/error?id=");
        }
        assertThat(browser.whoami().status()).isEqualTo(401);
    }

    /** Scenario 15. */
    @Test
    void whoIsLoggedInIsLedOn() {
        Browser browser = Browser.loggedIn(server, Ada.registered(server));
        Answer page = browser.page("/self-service/login/browser?return_to=" + HOME + "app");
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.place()).isEqualTo(HOME + "app");
        Answer script = browser.script("/self-service/login/browser");
        assertThat(script.status()).isEqualTo(400);
        assertThat(script.at("error.id")).isEqualTo("session_already_available");
    }

    /** Scenarios 19 and 20. */
    @Test
    void aBrowserIsLedToTheSecondFactorAndFromThereToReturnTo() {
        Ada ada = Ada.registered(server);
        String secret = ada.enrolTotp();
        Browser browser = new Browser(server);
        String id = browser.begin("login", "?return_to=" + HOME + "app");
        Answer script = browser.copy().send("login", id, Browser.password(ada.email()));
        assertThat(script.status()).isEqualTo(422);
        assertThat(script.at("error.id")).isEqualTo("browser_location_change_required");
        String second =
                HOME
                        + "self-service/login/browser?aal=aal2&return_to=http%3A%2F%2Flocalhost%3A4433%2Fapp";
        assertThat(script.at("redirect_browser_to")).isEqualTo(second);
        assertThat(script.header("Set-Cookie")).startsWith(Browser.SESSION + "=");
        String again = browser.begin("login", "?return_to=" + HOME + "app");
        Answer page = browser.submit("login", again, Browser.password(ada.email()));
        assertThat(page.place()).isEqualTo(second);
        assertThat(browser.whoami().status()).isEqualTo(403);
        Answer step = browser.page(second.substring(HOME.length() - 1));
        String next = Browser.flowIn(step.place());
        Answer done =
                browser.submit(
                        "login", next, Map.of("method", "totp", "totp_code", ada.nextCode(secret)));
        assertThat(done.place()).isEqualTo(HOME + "app");
        assertThat(browser.whoami().at("authenticator_assurance_level")).isEqualTo("aal2");
    }

    /** Scenario 6. */
    @Test
    void whoamiTakesTheFirstCredentialAlone() {
        Ada ada = Ada.registered(server);
        Browser browser = Browser.loggedIn(server, ada);
        String cookie = Browser.SESSION + "=" + browser.cookie(Browser.SESSION);
        Answer fine = server.http().get("/sessions/whoami", Map.of("Cookie", cookie));
        assertThat(fine.status()).isEqualTo(200);
        Answer none =
                server.http()
                        .get(
                                "/sessions/whoami",
                                Map.of("Cookie", cookie, "X-Session-Token", "ory_st_nonsense"));
        assertThat(none.status()).isEqualTo(401);
    }

    @Test
    void aBrowserLogsOut() {
        Browser browser = Browser.loggedIn(server, Ada.registered(server));
        Browser thief = browser.copy();
        Answer link = browser.script("/self-service/logout/browser?return_to=" + HOME + "bye");
        assertThat(link.status()).isEqualTo(200);
        String path = link.at("logout_url").substring(HOME.length() - 1);
        assertThat(path).contains(link.at("logout_token"));
        assertThat(browser.page("/self-service/logout").place()).contains("/ui/error?id=");
        assertThat(browser.script("/self-service/logout").status()).isEqualTo(400);
        assertThat(browser.script("/self-service/logout?token=ory_lo_x").status()).isEqualTo(403);
        String csrf = browser.cookie(browser.csrfName());
        Answer out = browser.page(path);
        assertThat(out.status()).isEqualTo(303);
        assertThat(out.place()).isEqualTo(HOME + "bye");
        assertThat(browser.cookie(Browser.SESSION)).isEmpty();
        assertThat(browser.cookie(browser.csrfName())).isNotEqualTo(csrf);
        assertThat(thief.whoami().status()).isEqualTo(401);
        assertThat(browser.page(path).place()).isEqualTo(HOME + "bye");
        assertThat(browser.script("/self-service/logout/browser").status()).isEqualTo(401);
    }
}
