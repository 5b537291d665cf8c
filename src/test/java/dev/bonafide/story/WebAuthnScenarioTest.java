package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.method.fido.SoftAuthenticator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Security keys in a browser, with an authenticator of our own. */
class WebAuthnScenarioTest {
    private static final String LOGIN = "webauthn_login_trigger";
    private static final String REGISTER = "webauthn_register_trigger";
    private static TestServer server;
    private static TestServer passwordless;

    @BeforeAll
    static void start() {
        server = Keys.server();
        passwordless = Keys.server(true, "bonafide: {webauthn: {refuse_copied: true}}");
    }

    @AfterAll
    static void stop() {
        server.close();
        passwordless.close();
    }

    private static Browser loggedIn(TestServer at, Ada ada) {
        Browser browser = new Browser(at);
        Map<String, String> password =
                Map.of("method", "password", "identifier", ada.email(), "password", Ada.PASSWORD);
        browser.submit("login", browser.begin("login", ""), password);
        return browser;
    }

    private static SoftAuthenticator bound(Browser browser, String name) {
        String flow = browser.begin("settings", "");
        Answer form = browser.flow("settings", flow);
        SoftAuthenticator key = Keys.owned(form, REGISTER);
        bind(browser, flow, key.create(Keys.asked(form, REGISTER)), name);
        Answer done = browser.flow("settings", flow);
        assertThat(done.says(1050001)).as(done.body()).isTrue();
        return key;
    }

    private static Answer bind(Browser browser, String flow, String answer, String name) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("webauthn_register", answer);
        fields.put("webauthn_register_displayname", name);
        return browser.submit("settings", flow, fields);
    }

    private static Answer answered(Browser browser, String flow, String answer) {
        return browser.submit("login", flow, Map.of("webauthn_login", answer));
    }

    @Test
    void aSecondFactorLiftsTheSession() {
        Browser browser = loggedIn(server, Ada.registered(server));
        SoftAuthenticator key = bound(browser, "Blue key");
        assertThat(browser.whoami().at("authenticator_assurance_level")).isEqualTo("aal2");
        Browser elsewhere = browser.copy();
        String flow = elsewhere.begin("login", "?refresh=true&aal=aal2");
        Answer form = elsewhere.flow("login", flow);
        assertThat(Keys.options(form, LOGIN).path("allowCredentials").toString())
                .contains(key.id());
        answered(elsewhere, flow, key.get(Keys.asked(form, LOGIN)));
        assertThat(elsewhere.whoami().proofs(""))
                .containsExactly("password/aal1", "webauthn/aal2", "webauthn/aal2");
    }

    @Test
    void aNewSessionIsLiftedByOneOfTwoKeysAndNotByAStrangersKey() {
        Ada ada = Ada.registered(server);
        Browser browser = loggedIn(server, ada);
        bound(browser, "One");
        SoftAuthenticator two = bound(browser, "Two");
        SoftAuthenticator strangers = bound(loggedIn(server, Ada.registered(server)), "Mine");
        Browser fresh = loggedIn(server, ada);
        assertThat(fresh.whoami().status()).isEqualTo(403);
        String flow = fresh.begin("login", "?aal=aal2");
        answered(fresh, flow, strangers.get(Keys.asked(fresh.flow("login", flow), LOGIN)));
        assertThat(fresh.flow("login", flow).says(4000043)).isTrue();
        answered(fresh, flow, two.get(Keys.asked(fresh.flow("login", flow), LOGIN)));
        assertThat(fresh.whoami().at("authenticator_assurance_level")).isEqualTo("aal2");
    }

    @Test
    void keysAreListedByTheirNamesAndARemovedOneLiftsNothing() {
        Ada ada = Ada.registered(server);
        Browser browser = loggedIn(server, ada);
        bound(browser, "Blue key");
        bound(browser, "Red key");
        String flow = browser.begin("settings", "");
        for (int left = 2; left > 0; left--) {
            Answer form = browser.flow("settings", flow);
            assertThat(form.nodes()).filteredOn("webauthn_remove"::equals).hasSize(left);
            String old = Keys.value(form, "webauthn_remove");
            browser.submit("settings", flow, Map.of("webauthn_remove", old));
        }
        assertThat(browser.flow("settings", flow).nodes()).doesNotContain("webauthn_remove");
        Browser fresh = loggedIn(server, ada);
        assertThat(fresh.whoami().status()).isEqualTo(200);
        assertThat(fresh.flow("login", fresh.begin("login", "?aal=aal2")).nodes())
                .doesNotContain(LOGIN);
    }

    @Test
    void aKeyNeedsAName() {
        Browser browser = loggedIn(server, Ada.registered(server));
        String flow = browser.begin("settings", "");
        browser.submit("settings", flow, Map.of("method", "webauthn"));
        assertThat(browser.flow("settings", flow).messagesAt("webauthn_register_displayname"))
                .containsExactly(4000002);
    }

    @Test
    void apiFormsHaveNothingOfIt() {
        assertThat(Ada.registered(server).init("settings", "").nodes())
                .noneMatch(name -> name.startsWith("webauthn"));
    }

    @Test
    void theScriptIsTheOneWhoseHashTheFormSays() throws Exception {
        Browser browser = loggedIn(server, Ada.registered(server));
        Answer form = browser.flow("settings", browser.begin("settings", ""));
        JsonNode script =
                form.json()
                        .path("ui")
                        .path("nodes")
                        .valueStream()
                        .filter(node -> node.path("type").asString("").equals("script"))
                        .findFirst()
                        .orElseThrow()
                        .path("attributes");
        Answer text = browser.script("/.well-known/ory/webauthn.js");
        byte[] hash =
                MessageDigest.getInstance("SHA-512")
                        .digest(text.body().getBytes(StandardCharsets.UTF_8));
        assertThat(script.path("integrity").asString(""))
                .isEqualTo("sha512-" + Base64.getEncoder().encodeToString(hash));
        assertThat(script.path("src").asString(""))
                .isEqualTo("http://localhost:4433/.well-known/ory/webauthn.js");
        assertThat(text.header("Content-Type")).startsWith("text/javascript");
        assertThat(text.body())
                .contains(
                        "window.oryWebAuthnLogin =",
                        "window.oryWebAuthnRegistration =",
                        "window.oryPasskeyLogin =",
                        "window.oryPasskeyLoginAutocompleteInit =",
                        "window.oryPasskeyRegistration =",
                        "window.oryPasskeySettingsRegistration =");
    }

    @Test
    void aKeyIsTheFirstFactorAfterANameWasTyped() {
        Ada ada = Ada.registered(passwordless);
        SoftAuthenticator key = bound(loggedIn(passwordless, ada), "Mine");
        Browser browser = new Browser(passwordless);
        String flow = browser.begin("login", "");
        step(browser, flow, ada.email());
        Answer form = browser.flow("login", flow);
        assertThat(form.says(1010012)).isTrue();
        assertThat(Keys.options(form, LOGIN).path("allowCredentials").toString())
                .contains(key.id());
        answered(browser, flow, key.get(Keys.asked(form, LOGIN)));
        assertThat(browser.whoami().proofs("")).containsExactly("webauthn/aal1");
    }

    /** WS-11: who is asked for their key is not told whether they exist. */
    @Test
    void anUnknownNameIsAskedForAKeyThatIsAlwaysTheSame() {
        List<String> one = asked("nobody@example.org");
        assertThat(asked("Nobody@example.org")).isEqualTo(one);
        assertThat(asked("nobody2@example.org")).isNotEqualTo(one);
        Ada ada = Ada.registered(passwordless);
        bound(loggedIn(passwordless, ada), "Mine");
        assertThat(asked(ada.email())).hasSameSizeAs(one);
        Browser browser = new Browser(passwordless);
        String flow = browser.begin("login", "");
        step(browser, flow, "nobody@example.org");
        SoftAuthenticator stranger = new SoftAuthenticator();
        answered(browser, flow, stranger.get(Keys.asked(browser.flow("login", flow), LOGIN)));
        assertThat(browser.flow("login", flow).says(4000043)).isTrue();
    }

    @Test
    void aCopiedKeyIsRefusedWhereThatIsWanted() {
        Ada ada = Ada.registered(passwordless);
        SoftAuthenticator key = bound(loggedIn(passwordless, ada), "Mine");
        assertThat(in(ada, key.counting(10)).status()).isEqualTo(200);
        assertThat(in(ada, key.counting(4)).status()).isEqualTo(401);
        assertThat(in(ada, key.counting(20)).status()).isEqualTo(401);
    }

    @Test
    void theLastWayInIsShownAndStays() {
        Browser browser = new Browser(passwordless);
        String flow = browser.begin("registration", "");
        String email = new Ada(passwordless).email();
        browser.submit("registration", flow, Map.of("method", "profile", "traits.email", email));
        Answer form = browser.flow("registration", flow);
        SoftAuthenticator key = Keys.owned(form, REGISTER);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("method", "webauthn");
        fields.put("traits.email", email);
        fields.put("webauthn_register", key.create(Keys.asked(form, REGISTER)));
        browser.submit("registration", flow, fields);
        assertThat(browser.whoami().proofs("")).containsExactly("webauthn/aal1");
        String settings = browser.begin("settings", "");
        Answer shown = browser.flow("settings", settings);
        browser.submit(
                "settings",
                settings,
                Map.of("webauthn_remove", Keys.value(shown, "webauthn_remove")));
        assertThat(browser.flow("settings", settings).says(4000001)).isTrue();
        assertThat(browser.whoami().status()).isEqualTo(200);
    }

    private static Answer in(Ada ada, SoftAuthenticator key) {
        Browser browser = new Browser(passwordless);
        String flow = browser.begin("login", "");
        step(browser, flow, ada.email());
        answered(browser, flow, key.get(Keys.asked(browser.flow("login", flow), LOGIN)));
        return browser.whoami();
    }

    private static void step(Browser browser, String flow, String name) {
        browser.submit("login", flow, Map.of("method", "webauthn", "identifier", name));
    }

    private static List<String> asked(String name) {
        Browser browser = new Browser(passwordless);
        String flow = browser.begin("login", "");
        step(browser, flow, name);
        return Keys.options(browser.flow("login", flow), LOGIN)
                .path("allowCredentials")
                .valueStream()
                .map(JsonNode::toString)
                .toList();
    }
}
