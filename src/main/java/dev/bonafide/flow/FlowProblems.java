package dev.bonafide.flow;

import dev.bonafide.http.Problem;
import java.time.Duration;
import java.time.Instant;

/** Errors that all kinds of flows have (contract clauses 0.2, 1.8). */
public final class FlowProblems {
    /** Of a form that may be another site's. */
    static final String CROSS_SITE = "security_csrf_violation";

    private static final String OVER = "self-service flow expired";

    private FlowProblems() {}

    /**
     * For a submit to a flow that is over: the id of a fresh one to go on with (contract clauses
     * 0.2, 2.7).
     */
    public static Problem over(Flow flow, Flow fresh, Instant now) {
        // A flow that was used, or belongs to another session, is over although its time is not.
        Instant end = flow.asked().expiresAt();
        Instant over = end.isBefore(now) ? end : now;
        return new Problem(
                        410,
                        "self_service_flow_expired",
                        OVER,
                        "The self-service flow is over. Please continue with the new one.")
                .sibling("expired_at", over)
                .sibling("since", Duration.between(over, now).toNanos())
                .sibling("use_flow_id", fresh.id());
    }

    /** For a read of a flow that expired; {@code init} begins another one (contract clause 2.6). */
    public static Problem expired(Flow flow, String init) {
        Problem problem =
                new Problem(
                        410,
                        "self_service_flow_expired",
                        OVER,
                        "The self-service flow has expired. Call the self-service flow initialization API endpoint to initialize a new flow.");
        if (!flow.ofBrowser()) {
            return problem.detail("api", init);
        }
        String returnTo = flow.asked().returnTo();
        problem.detail("redirect_to", Urls.with(init, "return_to", returnTo));
        return returnTo == null ? problem : problem.detail("return_to", returnTo);
    }

    /** A script must let its browser go there. */
    public static Problem locationChange(String url) {
        return new Problem(
                        422,
                        "browser_location_change_required",
                        "browser location change required",
                        "In order to complete this flow please redirect the browser to: " + url)
                .sibling("redirect_browser_to", url);
    }

    /** What another site may have sent. */
    static Problem crossSite(String reason) {
        return new Problem(
                        403,
                        CROSS_SITE,
                        "the request was rejected to protect you from Cross-Site-Request-Forgery",
                        "Please retry the flow and optionally clear your cookies. The request was rejected to protect you from Cross-Site-Request-Forgery (CSRF) which could cause account takeover, leaking personal information, and other serious security issues.")
                .detail("docs", "https://www.ory.com/docs/troubleshooting/csrf")
                .detail(
                        "hint",
                        "The anti-CSRF cookie and the csrf_token of the form must both be sent, by the browser that began the flow.")
                .detail("reject_reason", reason);
    }
}
