package dev.bonafide.flow;

import dev.bonafide.http.Call;
import dev.bonafide.http.cookie.CsrfToken;
import org.jspecify.annotations.Nullable;

/**
 * One request to a flow, and what kind of client sent it.
 *
 * @param csrf the token of the browser; null for API clients, and for browsers that sent none
 * @param field the token as the form that is answered carries it, masked; "" where there is none
 */
public record Visit(Call call, Client client, @Nullable CsrfToken csrf, String field) {
    /** Kinds of clients; the behavioural contract's words. */
    public enum Client {
        /** A native client, known by its flow; never gets a cookie. */
        API,
        /** A browser that shows what it gets: every answer leads somewhere. */
        HTML,
        /** A browser's script, which reads JSON. */
        AJAX
    }

    /** Whether this is the browser that began the flow. */
    boolean isOf(Flow flow) {
        return csrf != null && csrf.fingerprint().equals(flow.bound().browser());
    }

    /** Whom a flow that begins with this request belongs to, as far as browsers go. */
    public @Nullable String browser() {
        return client == Client.API || csrf == null ? null : csrf.fingerprint();
    }
}
