package dev.bonafide.method.oidc.upstream;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * What a transaction ends with.
 *
 * @param answer the callback's parameters ({@code code}, {@code iss}, {@code error}, {@code
 *     error_description}, {@code user}, …), each once; {@code state} was checked already
 * @param redirectUri the one that it began with
 * @param nonce the one that it began with
 * @param verifier the one that it began with
 * @param fresh whether a fresh login was asked for: then {@code auth_time} must be there and not
 *     before {@code begunAt} (but for 60 s of skew)
 * @param begunAt when the browser was sent away
 */
public record Finish(
        Map<String, String> answer,
        URI redirectUri,
        String nonce,
        String verifier,
        boolean fresh,
        Instant begunAt) {
    public Finish {
        answer = Map.copyOf(answer);
    }

    /** Code, nonce and verifier are secrets. */
    @Override
    public String toString() {
        return "Finish[" + redirectUri + "]";
    }
}
