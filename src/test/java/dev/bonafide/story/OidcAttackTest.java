package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What security.md 1.6 wants refused, over HTTP. */
class OidcAttackTest {
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

    private static URI sent(Browser browser) {
        return Upstream.sentAway(browser, "login", Map.of("provider", "one"));
    }

    /** A browser is led to an error and has no session. */
    private static void refused(Browser browser, Answer answer) {
        assertThat(answer.place()).contains("/ui/error?id=");
        assertThat(browser.whoami().status()).isEqualTo(401);
    }

    /** OI-02. */
    @Test
    void oi02AStateOfBrowserAInBrowserBMakesNoSession() {
        upstream.somebody(upstream.one, "oi02", "oi02@example.org");
        Browser a = browser();
        Map<String, String> answer = upstream.one.loggedIn(sent(a));
        Browser b = browser();
        b.begin("login", "");
        refused(b, Upstream.back(b, "one", answer));
        refused(browser(), Upstream.back(browser(), "one", answer));
        assertThat(Upstream.back(a, "one", answer).place()).isEqualTo("http://localhost:4433/");
    }

    /** OI-02: a state that nobody was sent away with changes nothing. */
    @Test
    void oi02AStateThatWasChangedIsRefusedAndEndsNothing() {
        upstream.somebody(upstream.one, "oi02b", "oi02b@example.org");
        Browser browser = browser();
        Map<String, String> answer = upstream.one.loggedIn(sent(browser));
        Map<String, String> forged = new HashMap<>(answer);
        String state = answer.getOrDefault("state", "");
        forged.put("state", state.substring(0, state.length() - 3) + "AAA");
        refused(browser, Upstream.back(browser, "one", forged));
        assertThat(Upstream.back(browser, "one", answer).place())
                .isEqualTo("http://localhost:4433/");
    }

    /** OI-02, OI-10: single use. */
    @Test
    void oi10ACallbackIsGoodOnceAlsoInTheSameBrowser() {
        upstream.somebody(upstream.one, "oi10", "oi10@example.org");
        Browser browser = browser();
        Map<String, String> answer = upstream.one.loggedIn(sent(browser));
        Browser thief = browser.copy();
        Upstream.back(browser, "one", answer);
        assertThat(browser.whoami().status()).isEqualTo(200);
        refused(thief, Upstream.back(thief, "one", answer));
    }

    /** OI-10: of 64 at once. */
    @Test
    void oi10OfManyParallelCallbacksOneMakesASession() throws Exception {
        upstream.somebody(upstream.one, "oi10race", "oi10race@example.org");
        Browser first = browser();
        upstream.through(first, "registration");
        Browser browser = browser();
        Map<String, String> answer = upstream.one.loggedIn(sent(browser));
        long calls = upstream.one.times("/token");
        Callable<Answer> callback = () -> Upstream.back(browser.copy(), "one", answer);
        List<Answer> answers = Race.run(Collections.nCopies(64, callback));
        assertThat(answers).filteredOn(OidcAttackTest::handsOverASession).hasSize(1);
        assertThat(upstream.one.times("/token")).isEqualTo(calls + 1);
        Answer sessions = first.script("/sessions");
        assertThat(sessions.json().size()).isEqualTo(1);
    }

    private static boolean handsOverASession(Answer answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .anyMatch(line -> line.startsWith(Browser.SESSION));
    }

    /** OI-10: ten minutes. */
    @Test
    void oi10AnAnswerThatComesTooLateIsRefused() {
        Browser browser = browser();
        URI there = sent(browser);
        upstream.server.clock().forward(Duration.ofMinutes(10));
        upstream.somebody(upstream.one, "late", "late@example.org");
        refused(browser, Upstream.back(browser, "one", upstream.one.loggedIn(there)));
    }

    /** OI-10: what was proven waits ten minutes for traits, no longer. */
    @Test
    void oi10WhatWasProvenDoesNotWaitForEver() {
        upstream.somebody(upstream.one, "slow", "");
        Browser browser = browser();
        String flow = Browser.flowIn(upstream.through(browser, "login").place());
        upstream.server.clock().forward(Duration.ofMinutes(10));
        Answer sent =
                browser.submit(
                        "registration",
                        flow,
                        Map.of("provider", "one", "traits.email", "slow@example.org"));
        assertThat(sent.place()).startsWith(upstream.one.issuer());
        assertThat(browser.whoami().status()).isEqualTo(401);
    }

    /** OI-04. */
    @Test
    void oi04AnAnswerOfAnotherProviderIsRefused() {
        upstream.somebody(upstream.one, "mixed", "mixed@example.org");
        upstream.somebody(upstream.two, "mixed", "mixed@example.org");
        Browser browser = browser();
        long calls = upstream.one.times("/token") + upstream.two.times("/token");
        Map<String, String> answer = upstream.two.loggedIn(sent(browser));
        Answer back = Upstream.back(browser, "two", answer);
        assertThat(back.place()).contains("/ui/login?flow=");
        assertThat(browser.whoami().status()).isEqualTo(401);
        assertThat(upstream.one.times("/token") + upstream.two.times("/token")).isEqualTo(calls);
    }

    /** OI-04: the token endpoint is that of the provider that it began with. */
    @Test
    void oi04AnotherProvidersCodeGoesToTheOneThatItBeganWith() {
        upstream.somebody(upstream.two, "mixed", "mixed@example.org");
        Browser browser = browser();
        long calls = upstream.two.times("/token");
        Map<String, String> answer = new HashMap<>(upstream.two.loggedIn(sent(browser)));
        answer.put("code", "code-of-number-two");
        assertThat(Upstream.back(browser, "one", answer).place()).contains("/ui/login?flow=");
        assertThat(browser.whoami().status()).isEqualTo(401);
        assertThat(upstream.two.times("/token")).isEqualTo(calls);
    }

    /** OI-03, the part of the flow: each journey has a nonce of its own. */
    @Test
    void oi03AnIdTokenOfAnotherJourneyIsRefused() {
        upstream.somebody(upstream.one, "oi03", "oi03@example.org");
        Browser browser = browser();
        upstream.one.claims.put("nonce", "of-another-journey");
        Answer back = Upstream.back(browser, "one", upstream.one.loggedIn(sent(browser)));
        assertThat(back.place()).contains("/ui/login?flow=");
        assertThat(browser.whoami().status()).isEqualTo(401);
    }

    /** OI-09. */
    @Test
    void oi09OnlyConfiguredValuesCountAsTwoFactors() {
        assertThat(levelOf("oi09none", List.of("pwd"))).isEqualTo("aal1");
        assertThat(levelOf("oi09both", List.of("pwd", "mfa"))).isEqualTo("aal2");
    }

    private static String levelOf(String subject, List<String> amr) {
        upstream.somebody(upstream.one, subject, subject + "@example.org");
        upstream.one.claims.put("amr", amr);
        Browser browser = browser();
        upstream.through(browser, "login");
        Browser later = browser();
        upstream.through(later, "login");
        return later.whoami().at("authenticator_assurance_level");
    }

    /** OI-09: a refresh is no refresh if nobody logged in there anew. */
    @Test
    void oi09AnOldLoginThereIsNoRefresh() {
        upstream.somebody(upstream.one, "oi09old", "oi09old@example.org");
        Browser browser = browser();
        upstream.through(browser, "login");
        upstream.somebody(upstream.one, "oi09old", "oi09old@example.org");
        String flow = browser.begin("login", "?refresh=true");
        URI there = Upstream.away(browser, "login", flow, Map.of("provider", "one"));
        upstream.one.claims.put(
                "auth_time", upstream.server.clock().now().minusSeconds(3600).getEpochSecond());
        Upstream.back(browser, "one", upstream.one.loggedIn(there));
        assertThat(browser.whoami().proofs("")).hasSize(1);
        assertThat(browser.flow("login", flow).says(4000001)).isTrue();
    }
}
