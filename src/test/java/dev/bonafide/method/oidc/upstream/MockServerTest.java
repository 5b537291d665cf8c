package dev.bonafide.method.oidc.upstream;

import static dev.bonafide.method.oidc.upstream.Transactions.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Aal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logins at a second provider that nobody here wrote, in this JVM. */
class MockServerTest {
    private final MockOAuth2Server server =
            new MockOAuth2Server(
                    new OAuth2Config(
                            false,
                            null,
                            null,
                            false,
                            new OAuth2TokenProvider(),
                            Set.of(),
                            new NettyWrapper()));
    private Transactions us;

    @BeforeEach
    void start() {
        server.start(InetAddress.getLoopbackAddress(), 0);
        us = new Transactions(server.issuerUrl("one").toString(), ", aal2_amr_values: [mfa]");
    }

    @AfterEach
    void stop() {
        us.close();
        server.shutdown();
    }

    /** Everybody is logged in there at once. */
    private static Map<String, String> loggedIn(URI authorization) {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            URI back =
                    URI.create(
                            browser.send(
                                            HttpRequest.newBuilder(authorization).build(),
                                            HttpResponse.BodyHandlers.discarding())
                                    .headers()
                                    .firstValue("location")
                                    .orElseThrow());
            return FakeProvider.single(back.getRawQuery());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How it makes the next token. */
    private void next(Map<String, Object> claims) {
        server.enqueueCallback(
                new DefaultOAuth2TokenCallback(
                        "one", "somebody", "JWT", List.of(FakeProvider.CLIENT), claims, 300));
    }

    @Test
    void aLoginThereIsAnAccountHere() {
        next(Map.of("amr", List.of("mfa"), "email", "a@x"));
        Account account = us.finished(loggedIn(us.begun()));
        assertThat(account.subject()).isEqualTo("somebody");
        assertThat(account.issuer()).isEqualTo(server.issuerUrl("one").toString());
        assertThat(account.aal()).isEqualTo(Aal.AAL2);
        assertThat(us.provider().map(account).traits().toString()).isEqualTo("{\"email\":\"a@x\"}");
    }

    /** OI-01, OI-03 and OI-09 with tokens that it really signed. */
    @Test
    void whatIsNoProofIsRefused() {
        Map<String, String> answer = loggedIn(us.begun());
        us.finished(answer);
        assertThat(refusal(() -> us.finished(answer)).failure()).isEqualTo(Failure.CODE_REFUSED);
        next(Map.of("nonce", "of-another-transaction"));
        assertThat(refusal(() -> us.finished(loggedIn(us.begun()))).failure())
                .isEqualTo(Failure.TOKEN_REFUSED);
        next(Map.of("auth_time", 1));
        assertThat(refusal(() -> us.finishedFresh(loggedIn(us.begun()))).failure())
                .isEqualTo(Failure.NOT_FRESH);
    }

    /** OI-05: the same server, the same keys' owner, another issuer. */
    @Test
    void aTokenOfAnotherIssuerOfTheSameServerIsRefused() {
        us.begun();
        String token = server.issueToken("two", "somebody", FakeProvider.CLIENT).serialize();
        assertThat(refusal(() -> us.provider().verify(token, "n")).failure())
                .isEqualTo(Failure.TOKEN_REFUSED);
    }
}
