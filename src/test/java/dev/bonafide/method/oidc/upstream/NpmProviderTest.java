package dev.bonafide.method.oidc.upstream;

import static dev.bonafide.method.oidc.upstream.Transactions.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Aal;
import dev.bonafide.story.Npm;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Logins at a provider that nobody here wrote: npm's {@code oidc-provider}, certified by the OpenID
 * Foundation. Left out where node or its packages can't be had, and said so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NpmProviderTest {
    private static final Npm NPM = Npm.in("npm-oidc");

    private Process process;
    private BufferedReader printed;
    private Transactions us;

    @BeforeAll
    void start() throws IOException {
        Optional<String> missing = NPM.missing();
        missing.ifPresent(why -> System.out.println("LEFT OUT: oidc-provider: " + why));
        Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        process = NPM.started("provider.mjs");
        printed = process.inputReader(StandardCharsets.UTF_8);
        us =
                new Transactions(
                        printed.readLine(),
                        ", scope: [email], aal2_acr_values: [gold], claims_source: userinfo, requested_claims: {id_token: {acr: {values: [gold]}, auth_time: {essential: true}}}");
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        if (us != null) {
            us.close();
            process.getOutputStream().close();
            process.waitFor();
            printed.close();
        }
    }

    /** A browser of its own goes where it is sent until it is sent back. */
    private static Map<String, String> loggedIn(URI authorization) {
        try (HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            URI next = authorization;
            while (!next.getHost().equals(Transactions.REDIRECT.getHost())) {
                HttpResponse<String> page =
                        browser.send(
                                HttpRequest.newBuilder(next).build(),
                                HttpResponse.BodyHandlers.ofString());
                next = next.resolve(page.headers().firstValue("location").orElseThrow());
            }
            return FakeProvider.single(next.getRawQuery());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLoginThereIsAnAccountHere() {
        Map<String, String> answer = loggedIn(us.begun(Map.of(), true));
        assertThat(answer).containsKeys("code", "iss", "state");
        Account account = us.finishedFresh(answer);
        assertThat(account.subject()).isEqualTo("somebody");
        assertThat(account.issuer()).isEqualTo(answer.get("iss"));
        assertThat(account.acr()).isEqualTo("gold");
        assertThat(account.aal()).isEqualTo(Aal.AAL2);
        assertThat(account.authTime()).isNotNull();
        assertThat(us.provider().map(account).traits().toString())
                .isEqualTo("{\"email\":\"a@example.org\"}");
    }

    /** OI-01, as the provider sees it. */
    @Test
    void aCodeIsGoodOnceAndWithItsVerifierOnly() {
        Map<String, String> answer = loggedIn(us.begun());
        assertThat(us.finished(answer).subject()).isEqualTo("somebody");
        assertThat(refusal(() -> us.finished(answer)).failure()).isEqualTo(Failure.CODE_REFUSED);
        URI other = us.provider().begin(begin("w".repeat(43), Transactions.NONCE));
        assertThat(refusal(() -> us.finished(loggedIn(other))).failure())
                .isEqualTo(Failure.CODE_REFUSED);
    }

    /** OI-03. */
    @Test
    void aTokenOfAnotherTransactionIsRefused() {
        URI other = us.provider().begin(begin(Transactions.VERIFIER, "x".repeat(32)));
        assertThat(refusal(() -> us.finished(loggedIn(other))).failure())
                .isEqualTo(Failure.TOKEN_REFUSED);
    }

    /** OI-04: the answer of one provider, given to a transaction with another. */
    @Test
    void theAnswerOfAnotherProviderIsRefused() {
        try (FakeProvider evil = new FakeProvider();
                Transactions theirs = new Transactions(evil.issuer(), "")) {
            Map<String, String> answer = loggedIn(us.begun());
            assertThat(refusal(() -> theirs.finished(answer)).failure())
                    .isEqualTo(Failure.ANSWER_REFUSED);
            assertThat(evil.times("/token")).isZero();
            Map<String, String> swapped = new HashMap<>(evil.loggedIn(theirs.begun()));
            assertThat(refusal(() -> us.finished(swapped)).failure())
                    .isEqualTo(Failure.ANSWER_REFUSED);
        }
    }

    private static Begin begin(String verifier, String nonce) {
        return new Begin(Transactions.REDIRECT, "s".repeat(32), nonce, verifier, Map.of(), false);
    }
}
