package dev.bonafide.method.oidc.upstream;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCClaimsRequest;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the browser is sent (OpenID Connect Core 3.1.2.1): code flow, always with PKCE's S256
 * (OI-01), state and nonce.
 */
record Departure(ProviderSettings settings, URI endpoint) {
    private static final int LONGEST = 255;

    URI of(Begin begin) {
        AuthenticationRequest.Builder request =
                new AuthenticationRequest.Builder(
                                ResponseType.CODE,
                                scope(),
                                new ClientID(settings.clientId()),
                                begin.redirectUri())
                        .endpointURI(endpoint)
                        .state(new State(begin.state()))
                        .nonce(new Nonce(begin.nonce()))
                        .codeChallenge(
                                new CodeVerifier(begin.verifier()), CodeChallengeMethod.S256);
        wishes(request, begin);
        claims(request);
        posted(request);
        return request.build().toURI();
    }

    private Scope scope() {
        Scope scope = new Scope("openid");
        // A token for later is never used and never kept, so it isn't asked for.
        settings.scope().stream()
                .filter(value -> !value.equals("offline_access"))
                .forEach(scope::add);
        return scope;
    }

    /**
     * {@code login_hint} is not among them: whoever can set it chooses the account, or the tenant,
     * that somebody else is led to.
     */
    private static void wishes(AuthenticationRequest.Builder request, Begin begin) {
        usable(begin.parameters()).forEach((name, value) -> wish(request, name, value));
        if (begin.fresh()) {
            request.prompt(Prompt.Type.LOGIN).maxAge(0);
        }
    }

    /** Those with a value of a sane length. */
    static Map<String, String> usable(Map<String, String> parameters) {
        Map<String, String> usable = new TreeMap<>(parameters);
        usable.values().removeIf(value -> value.isBlank() || value.length() > LONGEST);
        return usable;
    }

    private static void wish(AuthenticationRequest.Builder request, String name, String value) {
        switch (name) {
            case "hd", "auth_type" -> request.customParameter(name, value);
            case "acr_values" -> request.acrValues(classes(value));
            case "prompt" -> prompt(request, value);
            default -> {}
        }
    }

    private static List<ACR> classes(String value) {
        return Arrays.stream(value.strip().split(" +")).map(ACR::new).toList();
    }

    private static void prompt(AuthenticationRequest.Builder request, String value) {
        try {
            request.prompt(Prompt.parse(value));
        } catch (ParseException unknown) {
            // No word of the standard: as good as none.
        }
    }

    private void claims(AuthenticationRequest.Builder request) {
        ProviderSettings.RequestedClaims wanted = settings.requestedClaims();
        if (wanted == null) {
            return;
        }
        try {
            request.claims(OIDCClaimsRequest.parse(wanted.toJson()));
        } catch (ParseException e) {
            throw new IllegalStateException("requested_claims were written wrong", e);
        }
    }

    /** Apple gives names and addresses to a POST only. */
    private void posted(AuthenticationRequest.Builder request) {
        boolean asks = settings.scope().contains("email") || settings.scope().contains("name");
        if (settings.provider() == Kind.APPLE && asks) {
            request.responseMode(ResponseMode.FORM_POST);
        }
    }
}
