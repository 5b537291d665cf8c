package dev.bonafide.method.oidc.upstream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import dev.bonafide.kernel.Clock;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** How this server proves to a provider that it is the client. */
record ClientProof(ProviderSettings settings, Clock clock) {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String APPLE = "https://appleid.apple.com";

    /**
     * The proof.
     *
     * @param basic in a header, else in the form
     * @return null for a public client, for which PKCE stands
     */
    @Nullable ClientAuthentication of(boolean basic) {
        ClientID id = new ClientID(settings.clientId());
        if (settings.provider() == Kind.APPLE) {
            return new ClientSecretPost(id, new Secret(apple()));
        }
        String secret = settings.clientSecret();
        if (secret == null || secret.isBlank()) {
            return null;
        }
        return basic
                ? new ClientSecretBasic(id, new Secret(secret))
                : new ClientSecretPost(id, new Secret(secret));
    }

    /** Apple's secret is a token signed with a key that it gave out. */
    private String apple() {
        Instant now = clock.now();
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .keyID(settings.applePrivateKeyId())
                                .build(),
                        new JWTClaimsSet.Builder()
                                .issuer(settings.appleTeamId())
                                .subject(settings.clientId())
                                .audience(APPLE)
                                .issueTime(Date.from(now))
                                .expirationTime(Date.from(now.plus(LIFE)))
                                .build());
        try {
            token.sign(new ECDSASigner(key(String.valueOf(settings.applePrivateKey()))));
            return token.serialize();
        } catch (JOSEException | GeneralSecurityException e) {
            throw new UpstreamRefused(
                    Failure.CODE_REFUSED, "apple_private_key is no key of P-256 in PKCS 8");
        }
    }

    /** Of PEM (RFC 7468): what is between the lines with dashes. */
    static ECPrivateKey key(String pem) throws GeneralSecurityException {
        String text = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return (ECPrivateKey)
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("no base64", e);
        }
    }
}
