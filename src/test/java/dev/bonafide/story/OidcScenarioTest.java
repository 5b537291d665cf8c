package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** OpenID Connect over HTTP, with providers of our own. */
class OidcScenarioTest {
    private static Upstream upstream;

    @BeforeAll
    static void start() {
        upstream = new Upstream();
    }

    @AfterAll
    static void stop() {
        upstream.close();
    }

    private Browser browser() {
        return new Browser(upstream.server);
    }

    @Test
    void somebodyIsRegisteredByAProviderAndLogsInByIt() {
        upstream.somebody(upstream.one, "first", "first@example.org");
        Browser browser = browser();
        Answer registered = upstream.through(browser, "registration");
        assertThat(registered.status()).as(registered.body()).isEqualTo(303);
        Answer me = browser.whoami();
        assertThat(me.proofs("")).containsExactly("oidc/aal1");
        assertThat(me.at("authentication_methods.0.provider")).isEqualTo("one");
        assertThat(me.at("identity.traits.email")).isEqualTo("first@example.org");
        Browser later = browser();
        assertThat(upstream.through(later, "login").place()).isEqualTo("http://localhost:4433/");
        assertThat(later.whoami().at("identity.id")).isEqualTo(me.at("identity.id"));
    }

    @Test
    void aLoginOfSomebodyUnknownRegistersThemAndARegistrationOfSomebodyKnownLogsThemIn() {
        upstream.somebody(upstream.one, "unknown", "unknown@example.org");
        Browser browser = browser();
        upstream.through(browser, "login");
        String id = browser.whoami().at("identity.id");
        assertThat(id).isNotEmpty();
        Browser later = browser();
        upstream.through(later, "registration");
        assertThat(later.whoami().at("identity.id")).isEqualTo(id);
    }

    @Test
    void missingTraitsAreAskedForWithoutGoingThereAgain() {
        upstream.somebody(upstream.one, "nameless", "");
        Browser browser = browser();
        Answer asked = upstream.through(browser, "login");
        assertThat(asked.place()).contains("/ui/registration?flow=");
        String flow = Browser.flowIn(asked.place());
        Answer form = browser.flow("registration", flow);
        assertThat(form.nodes()).contains("traits.email", "provider").doesNotContain("password");
        assertThat(form.says(1040003)).isTrue();
        long calls = upstream.one.times("/token");
        Answer done =
                browser.submit(
                        "registration",
                        flow,
                        Map.of("provider", "one", "traits.email", "named@example.org"));
        assertThat(done.status()).isEqualTo(303);
        assertThat(browser.whoami().at("identity.traits.email")).isEqualTo("named@example.org");
        assertThat(upstream.one.times("/token")).isEqualTo(calls);
    }

    @Test
    void buttonsAreOfferedAndScriptsAreToldWhereToGo() {
        Browser browser = browser();
        String flow = browser.begin("login", "");
        Answer form = browser.flow("login", flow);
        assertThat(form.nodes()).containsSequence("provider", "provider");
        assertThat(form.body()).contains("Sign in with Number one").contains("\"id\":1010002");
        Answer sent = browser.send("login", flow, Map.of("method", "oidc", "provider", "two"));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.at("error.id")).isEqualTo("browser_location_change_required");
        assertThat(sent.at("redirect_browser_to")).startsWith(upstream.two.issuer());
        Answer none = browser.send("login", flow, Map.of("provider", "three"));
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.says(4000001)).isTrue();
    }

    /** Kratos opens a second session. */
    @Test
    void aRefreshAddsToTheSameSessionAndThePasswordBesideStaysOneFactor() {
        Ada ada = Ada.registered(upstream.server);
        Browser browser = Browser.loggedIn(upstream.server, ada);
        link(browser, "refresher");
        String session = browser.whoami().at("id");
        String flow = browser.begin("login", "?refresh=true");
        assertThat(browser.flow("login", flow).body())
                .contains("Number one")
                .doesNotContain("Number two");
        URI there = Upstream.away(browser, "login", flow, Map.of("provider", "one"));
        assertThat(there.getQuery()).contains("max_age=0").contains("prompt=login");
        Answer back = Upstream.back(browser, "one", upstream.one.loggedIn(there));
        assertThat(back.status()).isEqualTo(303);
        Answer me = browser.whoami();
        assertThat(me.at("id")).isEqualTo(session);
        assertThat(me.at("authenticator_assurance_level")).isEqualTo("aal1");
        assertThat(me.proofs("")).containsExactly("password/aal1", "oidc/aal1", "oidc/aal1");
    }

    @Test
    void anAccountIsLinkedAndUnlinkedInTheSettings() {
        Ada ada = Ada.registered(upstream.server);
        Browser browser = Browser.loggedIn(upstream.server, ada);
        link(browser, "linked");
        Browser later = browser();
        upstream.through(later, "login");
        assertThat(later.whoami().at("identity.traits.email")).isEqualTo(ada.email());
        String flow = browser.begin("settings", "");
        Answer form = browser.flow("settings", flow);
        assertThat(form.value("unlink")).isEqualTo("one");
        assertThat(form.value("link")).isEqualTo("two");
        Answer gone = browser.submit("settings", flow, Map.of("unlink", "one"));
        assertThat(gone.status()).isEqualTo(303);
        assertThat(browser.flow("settings", flow).value("unlink")).isEmpty();
    }

    @Test
    void theLastWayInStays() {
        upstream.somebody(upstream.one, "only", "only@example.org");
        Browser browser = browser();
        upstream.through(browser, "registration");
        String flow = browser.begin("settings", "");
        assertThat(browser.flow("settings", flow).value("unlink")).isEmpty();
        Answer kept = browser.send("settings", flow, Map.of("unlink", "one"));
        assertThat(kept.status()).isEqualTo(400);
        assertThat(kept.body()).contains("last way to log in");
    }

    @Test
    void linkingNeedsAPrivilegedSession() {
        Ada ada = Ada.registered(upstream.server);
        Browser browser = Browser.loggedIn(upstream.server, ada);
        upstream.server.clock().forward(Duration.ofHours(2));
        Answer refused =
                browser.send("settings", browser.begin("settings", ""), Map.of("link", "one"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("error.id")).isEqualTo("session_refresh_required");
    }

    /** Links number one to who is logged in. */
    private void link(Browser browser, String subject) {
        upstream.somebody(upstream.one, subject, subject + "@example.org");
        URI there = Upstream.sentAway(browser, "settings", Map.of("link", "one"));
        Answer linked = Upstream.back(browser, "one", upstream.one.loggedIn(there));
        assertThat(linked.status()).as(linked.body()).isEqualTo(303);
        assertThat(linked.place()).contains("/ui/settings?flow=");
    }
}
