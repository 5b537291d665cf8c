package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Scenarios 1, 2, 14, 21, 22, 24, 49, 66 and 68 of the behavioural contract in a browser: errors
 * that no form shows lead to their page, scripts read them.
 */
class BrowserScenarioTest {
    private static final String HOME = "http://localhost:4433/";
    private static final String ERROR = HOME + "ui/error?id=";
    private static TestServer server;

    @BeforeAll
    static void start() {
        server =
                TestServer.start(
                        "memory",
                        """
                        selfservice:
                          methods: {totp: {enabled: false}}
                          flows:
                            login: {after: {password: {default_browser_return_url: "http://localhost:4433/in"}}}
                            logout: {after: {default_browser_return_url: "http://localhost:4433/out"}}
                            settings: {after: {default_browser_return_url: "http://localhost:4433/set"}}
                        """);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<String, String> signUp(Ada ada) {
        return Map.of("method", "password", "password", Ada.PASSWORD, "traits.email", ada.email());
    }

    /** Scenario 1. */
    @Test
    void aPageRegistersInTwoStepsAndIsLoggedIn() {
        Ada ada = new Ada(server);
        Browser browser = new Browser(server);
        String id = browser.begin("registration", "");
        Map<String, String> traits = Map.of("method", "profile", "traits.email", ada.email());
        Answer first = browser.submit("registration", id, traits);
        assertThat(first.place()).isEqualTo(HOME + "ui/registration?flow=" + id);
        Answer form = browser.flow("registration", id);
        assertThat(form.says(1040009)).isTrue();
        assertThat(form.value("traits.email")).isEqualTo(ada.email());
        Map<String, String> poor = Map.of("method", "password", "password", "short");
        assertThat(browser.submit("registration", id, poor).place()).isEqualTo(first.place());
        assertThat(browser.flow("registration", id).messagesAt("password")).isNotEmpty();
        Answer done = browser.submit("registration", id, signUp(ada));
        assertThat(done.place()).isEqualTo(HOME);
        assertThat(browser.whoami().at("identity.traits.email")).isEqualTo(ada.email());
    }

    /** Scenario 1, for scripts; what was typed and refused is shown again. */
    @Test
    void aScriptRegisters() {
        Ada ada = new Ada(server);
        Browser browser = new Browser(server);
        String id = browser.begin("registration", "?return_to=" + HOME + "app");
        Map<String, String> bad = Map.of("method", "profile", "traits.email", "no address");
        Answer refused = browser.send("registration", id, bad);
        assertThat(refused.status()).isEqualTo(400);
        String filled =
                """
                {"method":"password","password":"%s","traits":{"email":"%s"}}\
                """
                        .formatted(Ada.PASSWORD, ada.email());
        Answer done = browser.send("registration", id, filled);
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.json().has("session_token")).isFalse();
        assertThat(done.at("session.active")).isEqualTo("true");
        assertThat(done.at("continue_with.0.redirect_browser_to")).isEqualTo(HOME + "app");
        assertThat(browser.whoami().status()).isEqualTo(200);
    }

    /** Scenario 14. */
    @Test
    void aScriptThatIsLoggedInIsTold() {
        Ada ada = Ada.registered(server);
        Browser browser = new Browser(server);
        String id = browser.begin("login", "");
        Map<String, String> filled = browser.filled("login", id, Browser.password(ada.email()));
        browser.submit("login", browser.begin("login", ""), Browser.password(ada.email()));
        Answer told = browser.json(Browser.action("login", id), filled);
        assertThat(told.status()).isEqualTo(400);
        assertThat(told.form()).isTrue();
        assertThat(told.says(4000001)).isTrue();
    }

    /** Scenarios 21 and 24. */
    @Test
    void whatCannotBeginEndsAtTheErrorPage() {
        Browser browser = new Browser(server);
        for (String query : List.of("?aal=aal2", "?aal=aal3", "?return_to=https://evil.example")) {
            assertThat(browser.page("/self-service/login/browser" + query).place())
                    .startsWith(ERROR);
        }
        Answer script = browser.script("/self-service/login/browser?aal=aal2");
        assertThat(script.status()).isEqualTo(401);
        assertThat(script.at("error.id")).isEqualTo("session_aal1_required");
        Answer away = browser.script("/self-service/login/browser?return_to=https://evil.example");
        assertThat(away.status()).isEqualTo(400);
        assertThat(away.at("error.id")).isEqualTo("self_service_flow_return_to_forbidden");
    }

    /** Scenario 22. */
    @Test
    void anAal2FlowWithoutASecondFactorHasTheTokenAlone() {
        Browser browser = Browser.loggedIn(server, Ada.registered(server));
        Answer flow = browser.script("/self-service/login/browser?aal=aal2");
        assertThat(flow.status()).isEqualTo(200);
        assertThat(flow.nodes()).containsExactly("csrf_token");
    }

    /** Scenario 68. */
    @Test
    void aMethodThatIsOffIsAnErrorAndNoForm() {
        Browser browser = Browser.loggedIn(server, Ada.registered(server));
        String id = browser.begin("login", "?aal=aal2");
        Map<String, String> totp = Map.of("method", "totp", "totp_code", "123456");
        assertThat(browser.submit("login", id, totp).place()).startsWith(ERROR);
        Answer script = browser.send("login", id, totp);
        assertThat(script.status()).isEqualTo(404);
        assertThat(script.form()).isFalse();
    }

    @Test
    void eachFlowLeadsWhereItIsConfiguredTo() {
        Ada ada = Ada.registered(server);
        Browser browser = new Browser(server);
        Answer in =
                browser.submit("login", browser.begin("login", ""), Browser.password(ada.email()));
        assertThat(in.place()).isEqualTo(HOME + "in");
        Map<String, String> same = Map.of("method", "profile", "traits.email", ada.email());
        Answer set = browser.submit("settings", browser.begin("settings", ""), same);
        assertThat(set.place()).isEqualTo(HOME + "set");
        Answer link = browser.script("/self-service/logout/browser");
        Answer out = browser.page(link.at("logout_url").substring(HOME.length() - 1));
        assertThat(out.place()).isEqualTo(HOME + "out");
    }

    /** Of clicks at the same moment one logs in, and the others are led on. */
    @Test
    void clicksAtTheSameMomentEndWell() throws Exception {
        Ada ada = Ada.registered(server);
        Browser browser = new Browser(server);
        String id = browser.begin("login", "");
        Map<String, String> filled = browser.filled("login", id, Browser.password(ada.email()));
        List<Callable<Answer>> clicks =
                Stream.generate(browser::copy)
                        .limit(4)
                        .<Callable<Answer>>map(
                                tab -> () -> tab.form(Browser.action("login", id), filled))
                        .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> places =
                    threads.invokeAll(clicks).stream()
                            .map(Future::resultNow)
                            .map(Answer::place)
                            .toList();
            assertThat(places).containsOnlyOnce(HOME + "in");
            assertThat(places)
                    .allMatch(place ->
                            place.equals(HOME + "in")
                                    || place.equals(HOME + "self-service/login/browser")
                                    || place.startsWith(HOME + "ui/login?flow="));
        }
    }
}
