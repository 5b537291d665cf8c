package dev.bonafide.method.oidc.upstream;

import java.net.URI;
import java.util.Map;

/**
 * What a transaction begins with.
 *
 * @param redirectUri where the provider sends the browser back to
 * @param state binds the answer to browser, flow and provider
 * @param nonce binds the ID token to this transaction
 * @param verifier of PKCE; only its S256 challenge leaves this server
 * @param parameters {@code upstream_parameters} of the submission, as they came; what isn't allowed
 *     ({@code hd}, {@code prompt}, {@code auth_type}, {@code acr_values}) is left out by the
 *     provider
 * @param fresh whether the person has to log in there anew ({@code max_age=0}, {@code
 *     prompt=login}): where a session is refreshed
 */
public record Begin(
        URI redirectUri,
        String state,
        String nonce,
        String verifier,
        Map<String, String> parameters,
        boolean fresh) {
    public Begin {
        parameters = Map.copyOf(parameters);
    }

    /** State, nonce and verifier are secrets. */
    @Override
    public String toString() {
        return "Begin[" + redirectUri + "]";
    }
}
