package dev.bonafide.flow;

import dev.bonafide.flow.Visit.Client;
import dev.bonafide.http.Call;
import dev.bonafide.http.cookie.CsrfCookies;
import dev.bonafide.http.cookie.CsrfToken;
import org.jspecify.annotations.Nullable;

/** The one place that decides what kind of client sent a request (contract clause 0.1). */
public final class Visits {
    private final CsrfCookies cookies;

    public Visits(CsrfCookies cookies) {
        this.cookies = cookies;
    }

    /** Of an API client. */
    public Visit api(Call call) {
        return new Visit(call, Client.API, null, "");
    }

    /** Of a browser that begins a flow; it has a token from then on. */
    public Visit beginning(Call call) {
        CsrfToken token = cookies.presented(call).orElseGet(cookies::fresh);
        return browser(call, call.acceptsJson(), token);
    }

    /** Of the client of this flow, or, where there is none, of what looks like its client. */
    public Visit of(Call call, @Nullable Flow flow) {
        return flow != null && !flow.ofBrowser()
                ? api(call)
                : browser(call, call.wantsJson(), cookies.presented(call).orElse(null));
    }

    private Visit browser(Call call, boolean json, @Nullable CsrfToken token) {
        String field = token == null ? "" : cookies.field(token);
        return new Visit(call, json ? Client.AJAX : Client.HTML, token, field);
    }
}
