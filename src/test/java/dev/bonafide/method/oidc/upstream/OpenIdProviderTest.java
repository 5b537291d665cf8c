package dev.bonafide.method.oidc.upstream;

import static dev.bonafide.method.oidc.upstream.Transactions.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.jwk.JWKSet;
import dev.bonafide.kernel.Aal;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A whole transaction with a provider, and with one that does otherwise (OI-01, 03, 04, 05, 09).
 */
class OpenIdProviderTest {
    private final FakeProvider idp = new FakeProvider();
    private Transactions us = new Transactions(idp.issuer(), "");

    @AfterEach
    void stop() {
        us.close();
        idp.close();
    }

    private void configured(String keys) {
        us.close();
        us = new Transactions(idp.issuer(), ", " + keys);
    }

    @Test
    void aLoginThereIsAnAccountHere() {
        Account account = us.login(idp);
        assertThat(account.provider()).isEqualTo("fake");
        assertThat(account.issuer()).isEqualTo(idp.issuer());
        assertThat(account.subject()).isEqualTo("somebody");
        assertThat(account.aal()).isEqualTo(Aal.AAL1);
        assertThat(account.claims().path("email").asString()).isEqualTo("a@example.org");
        assertThat(us.provider().map(account).traits().toString())
                .isEqualTo("{\"email\":\"a@example.org\"}");
    }

    /** OI-01. */
    @Test
    void aBrowserIsSentForACodeWithAChallenge() {
        assertThat(us.begun().toString())
                .startsWith(idp.issuer() + "/authorize?")
                .contains("response_type=code", "code_challenge_method=S256", "code_challenge=")
                .contains("scope=openid", "client_id=bonafide", "nonce=", "state=")
                .doesNotContain(Transactions.VERIFIER);
    }

    /** OI-01. */
    @Test
    void aCodeIsNeverRedeemedWithoutTheVerifier() {
        us.login(idp);
        assertThat(idp.asked.getLast().path()).isEqualTo("/jwks");
        assertThat(token().form())
                .containsEntry("code_verifier", Transactions.VERIFIER)
                .containsEntry("grant_type", "authorization_code");
        assertThat(token().headers().get("Authorization")).startsWith("Basic ");
        Map<String, String> answer = idp.loggedIn(us.begun());
        Finish without = new Finish(answer, Transactions.REDIRECT, "n", "", false, Instant.now());
        assertThatIllegalArgumentException().isThrownBy(() -> us.provider().finish(without));
        assertThat(idp.times("/token")).isEqualTo(1);
    }

    private FakeProvider.Asked token() {
        return idp.asked.stream().filter(a -> a.path().equals("/token")).findFirst().orElseThrow();
    }

    @Test
    void aSecretGoesIntoTheFormWhereTheProviderWantsItThere() {
        idp.document.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
        us.login(idp);
        assertThat(token().form()).containsEntry("client_secret", FakeProvider.SECRET);
    }

    /** OI-03. */
    @Test
    void aTokenOfAnotherTransactionIsRefused() {
        idp.claims.put("nonce", "another");
        assertThat(us.refusal(idp).failure()).isEqualTo(Failure.TOKEN_REFUSED);
        idp.claims.put("nonce", null);
        assertThat(us.refusal(idp).failure()).isEqualTo(Failure.TOKEN_REFUSED);
    }

    /** OI-04, RFC 9207. */
    @Test
    void anAnswerThatNamesAnotherIssuerOrNoneIsRefusedBeforeItsCodeIsSent() {
        idp.document.put("authorization_response_iss_parameter_supported", true);
        assertThat(us.login(idp).subject()).isEqualTo("somebody");
        for (String other : List.of("", "https://evil.example", idp.issuer() + "/")) {
            Map<String, String> answer = new HashMap<>(idp.loggedIn(us.begun()));
            answer.put("iss", other);
            answer.values().remove("");
            assertThat(refusal(() -> us.finished(answer)).failure())
                    .isEqualTo(Failure.ANSWER_REFUSED);
        }
        assertThat(idp.times("/token")).isEqualTo(1);
    }

    /** OI-05. */
    @Test
    void aDocumentThatNamesAnotherIssuerIsRefused() {
        for (String other : List.of(idp.issuer() + "/", "https://evil.example", "")) {
            us.close();
            us = new Transactions(idp.issuer(), "");
            idp.document.put("issuer", other);
            assertThat(refusal(us::begun).failure()).isEqualTo(Failure.UNREACHABLE);
        }
    }

    @Test
    void whatTheProviderRefusesIsNoLogin() {
        us.begun();
        assertThat(refusal(() -> us.finished(Map.of("error", "access_denied"))).failure())
                .isEqualTo(Failure.DENIED);
        assertThat(refusal(() -> us.finished(Map.of("code", "stolen"))).failure())
                .isEqualTo(Failure.CODE_REFUSED);
        assertThat(refusal(() -> us.finished(Map.of())).failure())
                .isEqualTo(Failure.ANSWER_REFUSED);
    }

    /** OI-09. */
    @Test
    void moreThanOneFactorIsBelievedByConfiguredWordsOnly() {
        idp.claims.put("acr", "gold");
        idp.claims.put("amr", List.of("pwd", "otp"));
        assertThat(us.login(idp).aal()).isEqualTo(Aal.AAL1);
        configured("aal2_acr_values: [platinum, Gold]");
        assertThat(us.login(idp).aal()).isEqualTo(Aal.AAL1);
        configured("aal2_acr_values: [gold]");
        assertThat(us.login(idp).aal()).isEqualTo(Aal.AAL2);
        configured("aal2_amr_values: [otp]");
        assertThat(us.login(idp).aal()).isEqualTo(Aal.AAL2);
        idp.claims.clear();
        configured("aal2_acr_values: ['', gold], aal2_amr_values: ['', otp]");
        assertThat(us.login(idp).aal()).isEqualTo(Aal.AAL1);
        idp.claims.put("acr", List.of("gold"));
        idp.claims.put("amr", "otp");
        assertThat(us.login(idp).aal()).isEqualTo(Aal.AAL1);
    }

    /** OI-09. */
    @Test
    void aFreshLoginIsAskedForAndSeenToHaveHappened() {
        URI begun = us.begun(Map.of("prompt", "none"), true);
        assertThat(begun.getQuery()).contains("prompt=login", "max_age=0");
        for (Object stale : new Object[] {0L, Instant.now().getEpochSecond() - 120, "now"}) {
            idp.claims.put("auth_time", stale);
            assertThat(refusal(() -> us.finishedFresh(idp.loggedIn(begun))).failure())
                    .as(stale.toString())
                    .isEqualTo(Failure.NOT_FRESH);
        }
        idp.claims.clear();
        assertThat(refusal(() -> us.finishedFresh(idp.loggedIn(begun))).failure())
                .isEqualTo(Failure.NOT_FRESH);
        idp.claims.put("auth_time", Instant.now().getEpochSecond());
        assertThat(us.finishedFresh(idp.loggedIn(begun)).authTime()).isNotNull();
    }

    @Test
    void userInfoHasToBeAboutTheSamePerson() {
        configured("claims_source: userinfo");
        assertThat(us.login(idp).claims().path("email").asString()).isEqualTo("a@example.org");
        idp.claims.put("sub", "somebody-else");
        assertThat(us.refusal(idp).failure()).isEqualTo(Failure.TOKEN_REFUSED);
    }

    @Test
    void keysMayChangeAndAreNotAskedForEachLogin() {
        us.login(idp);
        us.login(idp);
        assertThat(idp.times("/jwks")).isEqualTo(1);
        assertThat(idp.times("/.well-known/openid-configuration")).isEqualTo(1);
        var next = FakeProvider.key("k2", 2048);
        idp.keys = new JWKSet(next.toPublicJWK());
        idp.token =
                any ->
                        FakeProvider.signed(
                                idp.claimsOf(Transactions.NONCE),
                                next,
                                com.nimbusds.jose.JWSAlgorithm.RS256);
        us.login(idp);
        assertThat(idp.times("/jwks")).isEqualTo(2);
    }

    /** OI-12. */
    @Test
    void noTokenOfTheProviderIsKept() {
        List<String> given = new ArrayList<>();
        idp.token =
                token -> {
                    given.add(token);
                    return token;
                };
        Account account = us.login(idp);
        assertThat(given).hasSize(1);
        assertThat(account.claims().toString())
                .doesNotContain(given.getFirst(), "access_token", "refresh_token", "id_token");
        assertThat(Account.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .containsExactly(
                        "provider", "issuer", "subject", "aal", "acr", "amr", "authTime", "claims");
        assertThat(account + "" + Transactions.finish(Map.of("code", "c0de"), false))
                .doesNotContain("c0de", Transactions.NONCE, Transactions.VERIFIER, "a@example.org");
    }

    @Test
    void onlyHarmlessWishesGoThrough() {
        String query =
                us.begun(
                                Map.of(
                                        "prompt", "select_account",
                                        "hd", "example.org",
                                        "acr_values", "a b",
                                        "login_hint", "victim",
                                        "redirect_uri", "https://evil.example",
                                        "scope", "everything"),
                                false)
                        .getQuery();
        assertThat(query)
                .contains("prompt=select_account", "hd=example.org", "acr_values=a+b")
                .doesNotContain("victim", "evil", "everything");
    }
}
