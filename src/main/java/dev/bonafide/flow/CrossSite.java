package dev.bonafide.flow;

import dev.bonafide.http.Problem;
import dev.bonafide.http.cookie.CsrfToken;
import dev.bonafide.method.Message;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What keeps another site from sending a person's requests: in browser flows a token that the form
 * and the browser share; in API flows, which have none, that no browser may send them (contract
 * clause 7.3).
 */
public final class CrossSite {
    private CrossSite() {}

    /**
     * What is wrong with a submit to an API flow, to be told in its form.
     *
     * @throws Problem 403 for a submit to a browser flow without its token, or by another browser
     */
    public static Optional<Message> refused(Visit visit, Flow flow, ObjectNode fields) {
        if (!flow.ofBrowser()) {
            return ApiRule.broken(visit.call());
        }
        CsrfToken token = visit.csrf();
        if (token == null) {
            throw FlowProblems.crossSite("The request has no anti-CSRF cookie.");
        }
        if (!token.matches(fields.path("csrf_token").asString(""))) {
            throw FlowProblems.crossSite("The csrf_token of the form is not the browser's.");
        }
        if (flow.kind() != Flow.Kind.SETTINGS) {
            requireBrowserOf(visit, flow);
        }
        return Optional.empty();
    }

    /**
     * A browser flow is shown to the browser that began it alone; an API flow to who knows its id
     * (contract clause 2.6).
     *
     * @throws Problem 403 for another browser
     */
    public static void requireBrowserOf(Visit visit, Flow flow) {
        if (flow.ofBrowser() && !visit.isOf(flow)) {
            throw FlowProblems.crossSite("The flow was begun by another browser.");
        }
    }
}
