package dev.bonafide.method.oidc.upstream;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import dev.bonafide.kernel.Aal;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** One that gives no ID tokens: it is asked who the access token belongs to. */
final class PlainProvider extends ConfiguredProvider {
    private static final Set<String> WISHES = Set.of("auth_type", "prompt");

    private final Plain plain;
    private final Shared shared;
    private final UserInfo userInfo;

    PlainProvider(ProviderSettings settings, Mapping mapping, Plain plain, Shared shared) {
        super(settings, mapping);
        this.plain = plain;
        this.shared = shared;
        userInfo = new UserInfo(shared.caller(plain.hosts()));
    }

    @Override
    public Optional<String> issuer() {
        return Optional.of(plain.issuer());
    }

    @Override
    public URI begin(Begin begin) {
        requireNotFresh(begin.fresh());
        AuthorizationRequest.Builder request =
                new AuthorizationRequest.Builder(
                                ResponseType.CODE, new ClientID(settings.clientId()))
                        .endpointURI(plain.authorization())
                        .redirectionURI(begin.redirectUri())
                        .state(new State(begin.state()))
                        .codeChallenge(
                                new CodeVerifier(begin.verifier()), CodeChallengeMethod.S256);
        if (!settings.scope().isEmpty()) {
            request.scope(new Scope(settings.scope().toArray(new String[0])));
        }
        Departure.usable(begin.parameters())
                .forEach((name, value) -> {
                    if (WISHES.contains(name)) {
                        request.customParameter(name, value);
                    }
                });
        return request.build().toURI();
    }

    /** It can be asked for and not be seen: no signed word says when somebody logged in there. */
    private static void requireNotFresh(boolean fresh) {
        if (fresh) {
            throw new UpstreamRefused(
                    Failure.NOT_FRESH, "the provider can't say when somebody logged in there");
        }
    }

    @Override
    public Account finish(Finish finish) {
        requireNotFresh(finish.fresh());
        AccessTokenResponse given =
                new Redemption(
                                shared.caller(plain.hosts()),
                                plain.token(),
                                settings.clientId(),
                                new ClientProof(settings, shared.clock()).of(plain.basic()))
                        .of(finish, plain.issuer(), false);
        return account(claims(given.getTokens().getAccessToken()));
    }

    private ObjectNode claims(AccessToken token) {
        ObjectNode raw = userInfo.object(address(token), token);
        ObjectNode claims = ClaimsJson.none();
        claims.put("iss", plain.issuer());
        plain.profile().fill(claims, raw);
        if (!plain.profile().more().isEmpty() && asksForAddresses()) {
            URI more = URI.create(plain.who() + plain.profile().more());
            plain.profile().fillMore(claims, userInfo.any(more, token));
        }
        claims.set("raw_claims", raw);
        return claims;
    }

    /** Facebook takes a token from whoever knows the app's secret as well. */
    private URI address(AccessToken token) {
        String secret = settings.clientSecret();
        return settings.provider() == Kind.FACEBOOK && secret != null
                ? URI.create(plain.who() + "&appsecret_proof=" + AppSecret.proof(secret, token))
                : plain.who();
    }

    private boolean asksForAddresses() {
        return settings.scope().contains("user:email") || settings.scope().contains("user");
    }

    private Account account(ObjectNode claims) {
        String subject = claims.path("sub").asString("");
        if (subject.isBlank() || subject.length() > IdTokens.LONGEST_SUBJECT) {
            throw new UpstreamRefused(Failure.TOKEN_REFUSED, "the provider doesn't say who it is");
        }
        return new Account(
                settings.id(),
                plain.issuer(),
                subject,
                Aal.AAL1,
                Assertion.NONE.acr(),
                Assertion.NONE.amr(),
                Assertion.NONE.authTime(),
                claims);
    }

    @Override
    public Account verify(String idToken, String nonce) {
        throw new UpstreamRefused(Failure.NOT_OFFERED, kind() + " gives no ID tokens");
    }
}
