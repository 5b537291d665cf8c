package dev.bonafide.method.oidc.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import dev.bonafide.config.Written;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is different at Apple: the client's secret is a token, and names come with the browser. */
class AppleTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static ProviderSettings settings(String pem) {
        return OidcSettings.of(
                        Written.yaml(
                                """
                                selfservice: {methods: {oidc: {enabled: true, config: {providers: [{
                                  id: apple, provider: apple, client_id: org.example.app, mapper_url: 'base64://e30=',
                                  scope: [email], apple_team_id: TEAM, apple_private_key_id: KEY,
                                  apple_private_key: "%s"}]}}}}
                                """
                                        .formatted(pem.replace("\n", "\\n"))))
                .providers()
                .getFirst()
                .settings();
    }

    private static String pem(ECKey key) throws Exception {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(key.toECPrivateKey().getEncoded())
                        .replace("\r", "")
                + "\n-----END PRIVATE KEY-----\n";
    }

    @Test
    void theSecretIsATokenOfFiveMinutes() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        ClientSecretPost proof =
                (ClientSecretPost) new ClientProof(settings(pem(key)), () -> NOW).of(true);
        SignedJWT token =
                SignedJWT.parse(Objects.requireNonNull(proof).getClientSecret().getValue());
        assertThat(token.verify(new ECDSAVerifier(key.toECPublicKey()))).isTrue();
        assertThat(token.getHeader().getKeyID()).isEqualTo("KEY");
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("TEAM");
        assertThat(claims.getSubject()).isEqualTo("org.example.app");
        assertThat(claims.getAudience()).containsExactly("https://appleid.apple.com");
        assertThat(claims.getIssueTime()).isEqualTo(NOW);
        assertThat(claims.getExpirationTime()).isEqualTo(NOW.plusSeconds(300));
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws Exception {
        for (String pem :
                new String[] {"no key", pem(new ECKeyGenerator(Curve.P_384).generate())}) {
            ClientProof proof = new ClientProof(settings(pem), () -> NOW);
            assertThat(Transactions.refusal(() -> proof.of(false)).failure())
                    .isEqualTo(Failure.CODE_REFUSED);
        }
    }

    /** Nobody signed them, so they fill in names and replace nothing. */
    @Test
    void whatComesWithTheBrowserIsANameAtMost() throws Exception {
        ProviderSettings settings = settings(pem(new ECKeyGenerator(Curve.P_256).generate()));
        ObjectNode raw = ClaimsJson.object("{\"sub\":\"1\",\"family_name\":\"Signed\"}");
        String user =
                """
                {"name": {"firstName": "Ann", "lastName": "Posted"}, "email": "victim@x", "sub": "2"}
                """;
        new Extras(settings, new Transactions("https://i.example", "").caller())
                .posted(raw, Map.of("user", user));
        assertThat(raw.toString())
                .isEqualTo(
                        """
                        {"sub":"1","family_name":"Signed","given_name":"Ann","last_name":"Posted"}\
                        """);
    }

    @Test
    void namesAndAddressesArePostedBack() throws Exception {
        ProviderSettings settings = settings(pem(new ECKeyGenerator(Curve.P_256).generate()));
        assertThat(
                        new Departure(settings, URI.create("https://appleid.apple.com/auth"))
                                .of(Transactions.begin(Map.of(), false))
                                .getQuery())
                .contains("response_mode=form_post");
    }
}
