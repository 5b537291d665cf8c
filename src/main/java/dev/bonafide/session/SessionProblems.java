package dev.bonafide.session;

import dev.bonafide.http.Problem;

/** Errors of the session API (contract clause 1.8). */
final class SessionProblems {
    private SessionProblems() {}

    static Problem unauthorized(String reason) {
        return new Problem(401, "", "The request could not be authorized", reason);
    }
}
