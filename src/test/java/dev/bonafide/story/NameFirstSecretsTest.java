package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.method.fido.SoftAuthenticator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The step that asks for an identifier tells nobody who exists and what they have. */
class NameFirstSecretsTest {
    private static final String LOGIN = "webauthn_login_trigger";
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = NameFirst.server();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<String> everybody() {
        Ada withPasskey = Ada.registered(server);
        Keys.bound(withPasskey);
        return List.of(
                Ada.registered(server).email(),
                withPasskey.email(),
                NameFirst.bare(server, new Ada(server).email()),
                "nobody@example.org");
    }

    @Test
    void anApiClientIsShownTheSameForEverybody() {
        List<Map<String, ?>> looks =
                everybody().stream().<Map<String, ?>>map(NameFirstSecretsTest::byApi).toList();
        assertThat(looks).allSatisfy(look -> assertThat(look).isEqualTo(looks.getFirst()));
    }

    private static Map<String, ?> byApi(String name) {
        Ada stranger = new Ada(server, name);
        String flow = stranger.begin("login", "");
        Answer second = stranger.submit("login", flow, NameFirst.json(name));
        assertThat(second.nodes()).contains("password", "passkey_login_trigger");
        return NameFirst.look(second, name);
    }

    @Test
    void aStrangersBrowserIsShownTheSameForEverybody() {
        List<Map<String, ?>> looks =
                everybody().stream()
                        .<Map<String, ?>>map(name -> byBrowser(new Browser(server), name))
                        .toList();
        assertThat(looks).allSatisfy(look -> assertThat(look).isEqualTo(looks.getFirst()));
    }

    private static Map<String, ?> byBrowser(Browser browser, String name) {
        String flow = browser.begin("login", "");
        browser.submit("login", flow, NameFirst.name(name));
        Answer second = browser.flow("login", flow);
        assertThat(second.nodes()).contains("password", "passkey_login_trigger");
        assertThat(second.body()).contains("\"value\":\"webauthn\"");
        return NameFirst.look(second, name);
    }

    /** Who logged in here knows that they exist, and is spared what they have not. */
    @Test
    void onesOwnBrowserIsShownWhatOneHas() {
        Ada ada = Ada.registered(server);
        Browser own = Browser.loggedIn(server, ada);
        own.forget(Browser.SESSION);
        String flow = own.begin("login", "");
        own.submit("login", flow, NameFirst.name(ada.email()));
        Answer second = own.flow("login", flow);
        assertThat(second.nodes()).contains("password").doesNotContain("passkey_login_trigger");
        assertThat(second.body()).doesNotContain("\"value\":\"webauthn\"");
        own.submit("login", flow, Browser.password(ada.email()));
        assertThat(own.whoami().status()).isEqualTo(200);
    }

    @Test
    void onesOwnBrowserIsShownNothingOfOthers() {
        Browser own = Browser.loggedIn(server, Ada.registered(server));
        own.forget(Browser.SESSION);
        List<Map<String, ?>> looks =
                everybody().stream().<Map<String, ?>>map(name -> byBrowser(own, name)).toList();
        assertThat(looks).allSatisfy(look -> assertThat(look).isEqualTo(looks.getFirst()));
    }

    /** What was shown of one name says nothing of the next that is typed into the same form. */
    @Test
    void whatIsShownFollowsTheNameThatWasChecked() {
        Ada ada = Ada.registered(server);
        Browser own = Browser.loggedIn(server, ada);
        own.forget(Browser.SESSION);
        String flow = own.begin("login", "");
        own.submit("login", flow, NameFirst.name(ada.email()));
        List<String> before = own.flow("login", flow).nodes();
        for (String name : everybody()) {
            own.submit(
                    "login",
                    flow,
                    Map.of("method", "password", "identifier", name, "password", "wrong"));
            assertThat(own.flow("login", flow).nodes()).isEqualTo(before);
        }
    }

    /** The step is no guess: nothing is counted, and nobody is shut out by it. */
    @Test
    void namesAreNotCountedAndPasswordsAre() {
        Ada ada = Ada.registered(server);
        Ada stranger = new Ada(server, ada.email());
        String flow = stranger.begin("login", "");
        for (int i = 0; i < 120; i++) {
            stranger.submit("login", flow, NameFirst.json(ada.email()));
        }
        Answer last = stranger.password(flow, "wrong");
        assertThat(last.says(4000006)).isTrue();
        for (int i = 0; i < 120 && last.header("Retry-After").isEmpty(); i++) {
            last = stranger.password(flow, "wrong");
        }
        assertThat(last.header("Retry-After")).isNotEmpty();
        Answer waiting = stranger.password(flow);
        assertThat(waiting.says(4000001)).isTrue();
        assertThat(waiting.at("active")).isEqualTo("identifier_first");
        assertThat(waiting.value("identifier")).isEqualTo(ada.email());
    }

    /** WS-11: one decoy for each name, and a stranger's key is as wrong as any. */
    @Test
    void keysOfNobodyAreAskedForLikeThoseOfSomebody() {
        Browser browser = new Browser(server);
        String flow = browser.begin("login", "");
        browser.submit("login", flow, NameFirst.name("nobody@example.org"));
        browser.submit(
                "login", flow, Map.of("method", "webauthn", "identifier", "nobody@example.org"));
        Answer form = browser.flow("login", flow);
        assertThat(form.value("identifier")).isEqualTo("nobody@example.org");
        assertThat(Keys.options(form, LOGIN).path("allowCredentials").size()).isEqualTo(1);
        String answer = new SoftAuthenticator().get(Keys.asked(form, LOGIN));
        browser.submit("login", flow, Map.of("webauthn_login", answer));
        assertThat(browser.flow("login", flow).says(4000043)).isTrue();
    }
}
