package dev.bonafide.method.oidc;

import dev.bonafide.http.Json;
import dev.bonafide.method.oidc.upstream.Begin;
import dev.bonafide.method.oidc.upstream.Finish;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * What is remembered of a transaction while somebody is at the provider; sealed by the flow.
 *
 * @param fresh whether they have to log in there anew
 */
record Voyage(
        String provider,
        String nonce,
        String verifier,
        URI redirectUri,
        boolean fresh,
        Instant begunAt) {
    static Voyage parse(String text) {
        return Json.mapper().readValue(text, Voyage.class);
    }

    String text() {
        return Json.mapper().writeValueAsString(this);
    }

    Begin begin(String state, Map<String, String> parameters) {
        return new Begin(redirectUri, state, nonce, verifier, parameters, fresh);
    }

    Finish finish(Map<String, String> answer) {
        return new Finish(answer, redirectUri, nonce, verifier, fresh, begunAt);
    }

    /** Nonce and verifier are secrets. */
    @Override
    public String toString() {
        return "Voyage[" + provider + "]";
    }
}
