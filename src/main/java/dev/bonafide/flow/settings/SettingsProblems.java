package dev.bonafide.flow.settings;

import dev.bonafide.flow.FlowSettings;
import dev.bonafide.http.Problem;
import dev.bonafide.kernel.Aal;
import dev.bonafide.method.Message;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Errors of settings flows that can't be shown in a flow (contract clauses 1.8, 3.1, 3.2, 12.4).
 */
final class SettingsProblems {
    private SettingsProblems() {}

    static Problem noSession() {
        return new Problem(
                401,
                "session_inactive",
                "The request could not be authorized",
                "No active session was found in this request.");
    }

    static Problem notLoggedIn() {
        return new Problem(
                401,
                "",
                "The request could not be authorized",
                "A valid Ory Session Cookie or Ory Session Token is missing.");
    }

    static Problem foreign() {
        return new Problem(
                403,
                "security_identity_mismatch",
                "The requested action was forbidden",
                "The flow was begun by somebody else.");
    }

    static Problem expired() {
        return new Problem(
                410,
                "",
                "self-service flow expired",
                "The settings flow has expired. Please begin a new one.");
    }

    static Message expired(Instant at) {
        return Message.error(4050001, "The settings flow expired. Please try again.")
                .with("expired_at", at.toString())
                .with("expired_at_unix", at.getEpochSecond());
    }

    static Problem methodOff(String method) {
        return new Problem(
                404,
                "",
                "The requested resource could not be found",
                "The method " + method + " is not enabled.");
    }

    /** Whether it is {@link #refreshRequired}. */
    static boolean asksForRefresh(Problem problem) {
        return problem.id().equals("session_refresh_required");
    }

    /** Names what is missing, so that a client is led to the right factor. */
    static Problem refreshRequired(FlowSettings settings, String flow, Aal missing) {
        String back = settings.link("self-service/settings?flow=" + flow);
        String level = missing == Aal.AAL2 ? "&aal=aal2" : "";
        String redirect =
                settings.link(
                        "self-service/login/browser?refresh=true"
                                + level
                                + "&return_to="
                                + URLEncoder.encode(back, StandardCharsets.UTF_8));
        return new Problem(
                        403,
                        "session_refresh_required",
                        "The requested action was forbidden",
                        "The login session is too old and thus not allowed to update these fields. Please re-authenticate.")
                .sibling("redirect_browser_to", redirect)
                .leading(redirect);
    }
}
