package dev.bonafide.flow.login;

import dev.bonafide.http.Problem;

/** Errors of login flows that can't be shown in a flow (contract clause 1.8). */
final class LoginProblems {
    private LoginProblems() {}

    static Problem firstFactorRequired() {
        return new Problem(
                401,
                "session_aal1_required",
                "An active session was found but it does not fulfill the requested Authenticator Assurance Level.",
                "Please log in first: a second factor can only be given on an active session.");
    }

    static Problem alreadyLoggedIn() {
        return new Problem(
                400,
                "session_already_available",
                "you are already logged in",
                "A valid session was detected and thus login is not possible. Did you forget to set `?refresh=true`?");
    }

    static Problem foreignSession() {
        return new Problem(
                403,
                "security_identity_mismatch",
                "The requested action was forbidden",
                "The flow was begun by somebody else.");
    }

    static Problem methodOff(String method) {
        return new Problem(
                404,
                "",
                "The requested resource could not be found",
                "The method " + method + " is not enabled.");
    }
}
