package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who an account at a provider is linked to, and who not (OI-07, OI-08). */
class OidcLinkTest {
    private static Upstream upstream;

    @BeforeAll
    static void start() {
        upstream = new Upstream();
    }

    @AfterAll
    static void stop() {
        upstream.close();
    }

    private static Browser browser() {
        return new Browser(upstream.server);
    }

    /** The form that somebody is led to who comes with an address that is somebody's already. */
    private static String offered(Browser browser, String subject, String email) {
        upstream.somebody(upstream.one, subject, email);
        Answer offer = upstream.through(browser, "login");
        assertThat(offer.place()).contains("/ui/login?flow=");
        String flow = Browser.flowIn(offer.place());
        assertThat(browser.flow("login", flow).says(1010016)).isTrue();
        assertThat(browser.whoami().status()).isEqualTo(401);
        return flow;
    }

    @Test
    void oi07AnAddressLinksNobodyByItselfAndALoginToItsAccountDoes() {
        Ada ada = Ada.registered(upstream.server);
        Browser browser = browser();
        String flow = offered(browser, "oi07", ada.email());
        browser.submit("login", flow, Browser.password(ada.email()));
        Answer me = browser.whoami();
        assertThat(me.at("identity.traits.email")).isEqualTo(ada.email());
        assertThat(me.proofs("")).containsExactly("password/aal1", "oidc/aal1");
        assertThat(me.at("authenticator_assurance_level")).isEqualTo("aal1");
        Browser later = browser();
        upstream.somebody(upstream.one, "oi07", ada.email());
        upstream.through(later, "login");
        assertThat(later.whoami().at("identity.id")).isEqualTo(me.at("identity.id"));
    }

    /** CVE-2026-9087. */
    @Test
    void oi07AnotherAccountOfTheSameAddressGainsNothingByThatProof() {
        Ada ada = Ada.registered(upstream.server);
        Browser browser = browser();
        String flow = offered(browser, "right", ada.email());
        Browser attacker = browser();
        offered(attacker, "wrong", ada.email());
        browser.submit("login", flow, Browser.password(ada.email()));
        assertThat(browser.whoami().proofs("")).hasSize(2);
        offered(browser(), "wrong", ada.email());
        assertThat(attacker.whoami().status()).isEqualTo(401);
    }

    @Test
    void oi07ALoginInAnotherFlowLinksNothing() {
        Ada ada = Ada.registered(upstream.server);
        Browser browser = browser();
        offered(browser, "elsewhere", ada.email());
        browser.submit("login", browser.begin("login", ""), Browser.password(ada.email()));
        assertThat(browser.whoami().proofs("")).containsExactly("password/aal1");
        offered(browser(), "elsewhere", ada.email());
    }

    @Test
    void oi07SomebodyElsesLoginIsRefusedInThatFlow() {
        Ada ada = Ada.registered(upstream.server);
        Ada eve = Ada.registered(upstream.server);
        Browser browser = browser();
        String flow = offered(browser, "eves", ada.email());
        browser.submit("login", flow, Browser.password(eve.email()));
        assertThat(browser.whoami().status()).isEqualTo(401);
        assertThat(browser.flow("login", flow).says(4010009)).isTrue();
    }

    @Test
    void oi07TheOfferEndsAfterTenMinutes() {
        Ada ada = Ada.registered(upstream.server);
        Browser browser = browser();
        String flow = offered(browser, "tardy", ada.email());
        upstream.server.clock().forward(Duration.ofMinutes(10));
        browser.submit("login", flow, Browser.password(ada.email()));
        assertThat(browser.whoami().proofs("")).containsExactly("password/aal1");
    }

    /** Linking takes what it takes in settings. */
    @Test
    void oi07LinkingWaitsForTheSecondFactorOfWhoHasOne() {
        Ada ada = Ada.registered(upstream.server);
        String secret = ada.enrolTotp();
        Browser browser = browser();
        String flow = offered(browser, "second", ada.email());
        browser.submit("login", flow, Browser.password(ada.email()));
        offered(browser(), "second", ada.email());
        String code = ada.nextCode(secret);
        browser.submit(
                "login",
                browser.begin("login", "?aal=aal2"),
                Map.of("method", "totp", "totp_code", code));
        assertThat(browser.whoami().proofs(""))
                .containsExactly("password/aal1", "totp/aal2", "oidc/aal1");
    }

    @Test
    void oi07AnAccountOfSomebodyElseCanNotBeLinkedInTheSettings() {
        upstream.somebody(upstream.one, "taken", "taken@example.org");
        upstream.through(browser(), "login");
        Ada ada = Ada.registered(upstream.server);
        Browser browser = Browser.loggedIn(upstream.server, ada);
        URI there = Upstream.sentAway(browser, "settings", Map.of("link", "one"));
        Answer back = Upstream.back(browser, "one", upstream.one.loggedIn(there));
        String flow = Browser.flowIn(back.place());
        assertThat(browser.flow("settings", flow).says(4000027)).isTrue();
        assertThat(browser.whoami().proofs("")).containsExactly("password/aal1");
    }

    /** CVE-2025-64717. */
    @Test
    void oi08AProviderThatWasTakenOutFailsAtTheStartAndAtTheCallbackAndAtTheLink() {
        try (Upstream own = new Upstream()) {
            Ada ada = Ada.registered(own.server);
            own.somebody(own.one, "gone", ada.email());
            Browser waiting = new Browser(own.server);
            URI there = Upstream.sentAway(waiting, "login", Map.of("provider", "one"));
            Browser offered = new Browser(own.server);
            String offer = Browser.flowIn(own.through(offered, "login").place());
            own.server.configure(Upstream.yaml(Upstream.provider("two", own.two)));
            Browser late = new Browser(own.server);
            Answer start = late.send("login", late.begin("login", ""), Map.of("provider", "one"));
            assertThat(start.status()).isEqualTo(400);
            Answer callback = Upstream.back(waiting, "one", own.one.loggedIn(there));
            assertThat(callback.place()).contains("/ui/login?flow=");
            assertThat(waiting.whoami().status()).isEqualTo(401);
            offered.submit("login", offer, Browser.password(ada.email()));
            assertThat(offered.whoami().proofs("")).containsExactly("password/aal1");
        }
    }

    /** Kratos checks no token here. */
    @Test
    void linkingAndUnlinkingNeedTheTokenOfTheForm() {
        Browser browser = Browser.loggedIn(upstream.server, Ada.registered(upstream.server));
        String flow = browser.begin("settings", "");
        for (String button : java.util.List.of("link", "unlink")) {
            Answer forged = browser.json(Browser.action("settings", flow), Map.of(button, "one"));
            assertThat(forged.status()).isEqualTo(403);
            assertThat(forged.at("error.id")).isEqualTo("security_csrf_violation");
        }
    }

    /** A link is for the session that asked for it. */
    @Test
    void anotherSessionCanNotBringTheAnswerOfALink() {
        Ada ada = Ada.registered(upstream.server);
        Browser browser = Browser.loggedIn(upstream.server, ada);
        upstream.somebody(upstream.one, "stolen", "stolen@example.org");
        URI there = Upstream.sentAway(browser, "settings", Map.of("link", "one"));
        Map<String, String> answer = upstream.one.loggedIn(there);
        Browser other = Browser.loggedIn(upstream.server, ada);
        assertThat(Upstream.back(other, "one", answer).place()).contains("/ui/error");
        assertThat(other.whoami().proofs("")).containsExactly("password/aal1");
    }
}
