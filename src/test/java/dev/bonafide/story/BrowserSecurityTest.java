package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody may try with another person's browser. */
class BrowserSecurityTest {
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

    /** Session fixation: what was known before a login is worth nothing after it. */
    @Test
    void aLoginChangesBothCookies() {
        Ada ada = Ada.registered(server);
        Browser browser = new Browser(server);
        String id = browser.begin("login", "");
        browser.set(Browser.SESSION, "planted");
        Browser attacker = browser.copy();
        String known = attacker.flow("login", id).csrf();
        browser.submit("login", id, Browser.password(ada.email()));
        assertThat(browser.whoami().status()).isEqualTo(200);
        assertThat(attacker.whoami().status()).isEqualTo(401);
        assertThat(browser.cookie(browser.csrfName()))
                .isNotEqualTo(attacker.cookie(attacker.csrfName()));
        String settings = browser.begin("settings", "");
        Answer forged =
                browser.json(
                        Browser.action("settings", settings),
                        Map.of("method", "profile", "csrf_token", known));
        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.at("error.id")).isEqualTo("security_csrf_violation");
    }

    @Test
    void aStepUpKeepsTheFormsTokenAndReplacesTheSessions() {
        Ada ada = Ada.registered(server);
        String secret = ada.enrolTotp();
        Browser browser = Browser.loggedIn(server, ada);
        Browser thief = browser.copy();
        String csrf = browser.cookie(browser.csrfName());
        browser.submit(
                "login",
                browser.begin("login", "?aal=aal2"),
                Map.of("method", "totp", "totp_code", ada.nextCode(secret)));
        assertThat(browser.whoami().status()).isEqualTo(200);
        assertThat(browser.cookie(browser.csrfName())).isEqualTo(csrf);
        assertThat(thief.whoami().status()).as("reads at the old level").isEqualTo(403);
        server.clock().forward(Duration.ofSeconds(61));
        assertThat(thief.whoami().status()).isEqualTo(401);
    }

    @Test
    void aTokenIsNoCookie() {
        Ada ada = Ada.registered(server);
        Browser browser = new Browser(server);
        browser.set(Browser.SESSION, ada.token());
        assertThat(browser.whoami().status()).isEqualTo(401);
    }

    @Test
    void noAnswerToAnApiClientSetsACookie() {
        Ada ada = new Ada(server);
        String secret;
        List<Answer> answers =
                new java.util.ArrayList<>(
                        List.of(
                                ada.init("registration", ""),
                                ada.register(),
                                ada.init("settings", ""),
                                ada.whoami()));
        secret = ada.enrolTotp();
        answers.add(ada.login());
        answers.add(ada.init("login", "?aal=aal2"));
        answers.add(ada.totp(ada.begin("login", "?aal=aal2"), ada.nextCode(secret)));
        answers.add(ada.change("{\"method\":\"password\",\"password\":\"a new battery staple\"}"));
        answers.add(ada.whoami());
        answers.add(
                server.http()
                        .delete(
                                "/self-service/logout/api",
                                Map.of(),
                                "{\"session_token\":\"" + ada.token() + "\"}"));
        assertThat(answers).allMatch(answer -> answer.status() < 300);
        assertThat(answers).allMatch(answer -> answer.header("Set-Cookie").isEmpty());
    }

    /** Scenario 61. */
    @Test
    void aBrowserCannotSubmitToAnApiFlow() {
        Ada ada = Ada.registered(server);
        Browser browser = new Browser(server);
        browser.set("any", "cookie");
        Answer refused =
                browser.json(
                        Browser.action("login", ada.elsewhereBegun()),
                        Browser.password(ada.email()));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.says(4000001)).isTrue();
        assertThat(browser.cookie(Browser.SESSION)).isEmpty();
    }

    /** Neither Host nor what a proxy claims has a part in any link (security.md RV-02). */
    @Test
    void linksComeFromTheConfigurationAlone() {
        List<String> names =
                List.of(
                        "Forwarded",
                        "X-Forwarded-Host",
                        "X-Forwarded-Proto",
                        "X-Forwarded-Port",
                        "X-Forwarded-Prefix",
                        "X-Forwarded-Server",
                        "X-Original-URL",
                        "X-Rewrite-URL",
                        "X-Host",
                        "X-Original-Host");
        List<String> values = List.of("evil.example", "host=evil.example", "evil.example:443");
        for (String name : names) {
            for (String value : values) {
                Browser browser = new Browser(server).saying(name, value);
                Answer page = browser.page("/self-service/login/browser");
                assertThat(page.place()).startsWith(HOME + "ui/login?flow=");
                Answer flow = browser.flow("login", Browser.flowIn(page.place()));
                assertThat(flow.at("ui.action")).startsWith(HOME + "self-service/login?flow=");
                assertThat(flow.at("request_url")).startsWith(HOME);
                assertThat(flow.body()).doesNotContain("evil");
            }
        }
    }

    /** Strangers who guess elsewhere do not shut the owner out of a browser that they used. */
    @Test
    void aKnownDeviceHasABudgetOfItsOwn() {
        Ada ada = Ada.registered(server);
        Browser owner = Browser.loggedIn(server, ada);
        Answer link = owner.script("/self-service/logout/browser");
        owner.page(link.at("logout_url").substring(HOME.length() - 1));
        assertThat(owner.cookie("bonafide_device")).isNotEmpty();
        Map<String, String> wrong =
                Map.of("method", "password", "identifier", ada.email(), "password", "wrong");
        Browser stranger = new Browser(server);
        String guessed = stranger.begin("login", "");
        for (int i = 0; i < 7; i++) {
            stranger.submit("login", guessed, wrong);
        }
        Answer waiting = stranger.send("login", guessed, Browser.password(ada.email()));
        assertThat(waiting.header("Retry-After")).isNotEmpty();
        Answer fine = owner.send("login", owner.begin("login", ""), Browser.password(ada.email()));
        assertThat(fine.status()).isEqualTo(200);
    }

    @Test
    void anExtendedSessionsCookieIsRenewedByWhoami() {
        Ada ada = Ada.registered(server);
        Browser browser = Browser.loggedIn(server, ada);
        Answer before = browser.whoami();
        assertThat(before.header("Set-Cookie")).isEmpty();
        server.clock().forward(Duration.ofHours(1));
        String session = before.at("id");
        server.http().admin("PATCH", "/admin/sessions/" + session + "/extend", "");
        Answer after = browser.whoami();
        assertThat(after.header("Set-Cookie")).startsWith(Browser.SESSION + "=");
        assertThat(browser.whoami().header("Set-Cookie")).isEmpty();
    }
}
