package dev.bonafide.method.oidc.upstream;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import dev.bonafide.kernel.Clock;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One that speaks OpenID Connect: found by its discovery document, believed by its ID tokens. */
final class OpenIdProvider extends ConfiguredProvider {
    private final Discovery discovery;
    private final IdTokens tokens;
    private final Extras extras;
    private final Clock clock;

    OpenIdProvider(ProviderSettings settings, Mapping mapping, Discovery discovery, Clock clock) {
        super(settings, mapping);
        this.discovery = discovery;
        this.clock = clock;
        tokens =
                new IdTokens(
                        settings.clientId(),
                        Set.copyOf(settings.additionalIdTokenAudiences()),
                        clock);
        extras = new Extras(settings, discovery.caller());
    }

    /** Microsoft's tenants have one each. */
    @Override
    public Optional<String> issuer() {
        return settings.microsoftTenant() == null
                ? Optional.of(settings.issuer())
                : Optional.empty();
    }

    @Override
    public URI begin(Begin begin) {
        URI endpoint = discovery.known().metadata().authorization();
        return new Departure(settings, endpoint).of(begin);
    }

    @Override
    public Account finish(Finish finish) {
        Discovery.Known known = discovery.known();
        Metadata metadata = known.metadata();
        AccessTokenResponse given =
                new Redemption(
                                discovery.caller(),
                                metadata.token(),
                                settings.clientId(),
                                new ClientProof(settings, clock).of(metadata.takesBasic()))
                        .of(finish, metadata.issuer(), metadata.namesItself());
        SignedJWT token = tokens.check(idToken(given), finish.nonce(), discovery, known, false);
        Assertion assertion = Assertion.of(IdTokens.claims(token));
        if (finish.fresh()) {
            assertion.requireFresh(finish.begunAt(), clock.now());
        }
        ObjectNode raw =
                extras.told(token, given.getTokens().getAccessToken(), metadata.userInfo());
        extras.posted(raw, finish.answer());
        return account(token, assertion, raw);
    }

    /**
     * Kratos takes these of Google's and Apple's native libraries; a generic provider's are as good
     * as its own word.
     */
    @Override
    public Account verify(String idToken, String nonce) {
        Discovery.Known known = discovery.known();
        boolean bare = nonce.isEmpty();
        SignedJWT token = tokens.check(idToken, bare ? null : nonce, discovery, known, true);
        JWTClaimsSet claims = IdTokens.claims(token);
        if (bare && !mayBeBare(claims)) {
            throw new UpstreamRefused(
                    Failure.TOKEN_REFUSED, "the ID token came without the nonce that was sent");
        }
        ObjectNode raw = ClaimsJson.object(token.getPayload().toString());
        return account(token, Assertion.of(claims), raw);
    }

    /** Some of their libraries can't send one; then the token must not hold one either. */
    private boolean mayBeBare(JWTClaimsSet claims) {
        boolean none = IdTokens.text(claims, "nonce").isEmpty();
        boolean apple =
                settings.provider() == Kind.APPLE
                        && !Boolean.TRUE.equals(claims.getClaim("nonce_supported"));
        return none && (apple || settings.provider() == Kind.GOOGLE);
    }

    private static String idToken(AccessTokenResponse given) {
        String token = null;
        if (given instanceof OIDCTokenResponse response) {
            token = response.getOIDCTokens().getIDTokenString();
        }
        return require(token);
    }

    private static String require(@Nullable String token) {
        if (token == null) {
            throw new UpstreamRefused(Failure.TOKEN_REFUSED, "the provider gave no ID token");
        }
        return token;
    }

    private Account account(SignedJWT token, Assertion assertion, ObjectNode raw) {
        JWTClaimsSet claims = IdTokens.claims(token);
        return new Account(
                settings.id(),
                claims.getIssuer(),
                extras.subject(claims, raw),
                assertion.aal(settings),
                assertion.acr(),
                assertion.amr(),
                assertion.authTime(),
                ClaimsJson.of(raw));
    }
}
