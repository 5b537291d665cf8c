package dev.bonafide.method.oidc.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** OI-06: no forged ID token is believed, each for being forged and for nothing else. */
class ForgedTokensTest {
    private static final FakeProvider IDP = new FakeProvider();
    private static final Transactions US =
            new Transactions(IDP.issuer(), ", additional_id_token_audiences: [sibling]");

    @BeforeAll
    static void publishesKeysThatForgersWouldUse() {
        IDP.keys = ForgedKeys.published();
        IDP.document.put(
                "id_token_signing_alg_values_supported", List.of("RS256", "HS256", "none"));
    }

    @AfterAll
    static void stop() {
        US.close();
        IDP.close();
    }

    static List<Named<Forgeries.Forgery>> forgeries() {
        return Forgeries.all().entrySet().stream()
                .map(each -> Named.of(each.getKey(), each.getValue()))
                .toList();
    }

    @Test
    void thereAreFortyOfThem() {
        assertThat(forgeries()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void aGoodTokenIsBelieved() {
        IDP.token = any -> IDP.idToken(Transactions.NONCE);
        assertThat(US.login(IDP).subject()).isEqualTo("somebody");
        IDP.token =
                any ->
                        FakeProvider.signed(
                                Forgeries.with(
                                        IDP.claimsOf(Transactions.NONCE),
                                        Map.of(
                                                "aud",
                                                List.of(FakeProvider.CLIENT, "sibling"),
                                                "azp",
                                                FakeProvider.CLIENT)),
                                FakeProvider.key(),
                                JWSAlgorithm.RS256);
        assertThat(US.login(IDP).subject()).isEqualTo("somebody");
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void aForgedTokenIsRefused(Forgeries.Forgery forgery) {
        IDP.token = any -> forgery.of(IDP.claimsOf(Transactions.NONCE));
        UpstreamRefused refused = US.refusal(IDP);
        assertThat(refused.failure())
                .as(refused.getMessage())
                .isIn(Failure.TOKEN_REFUSED, Failure.CODE_REFUSED);
        assertThat(refused.getMessage()).doesNotContain("eyJ");
    }
}
