package dev.bonafide.flow.settings;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.Outcome.Bond;
import dev.bonafide.flow.Outcome.Issued;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.session.SessionSettings;
import dev.bonafide.session.SessionToken;
import dev.bonafide.session.Sessions;
import dev.bonafide.session.Standing;
import org.jspecify.annotations.Nullable;

/**
 * With which token a client goes on after a change. What raises a session or replaces a first
 * factor replaces a browser's token in the same commit; an API client's never changes here, since
 * it could not learn the new one.
 */
final class SettingsTokens {
    private final Caller caller;
    private final Sessions sessions;
    private final Setting<SessionSettings> settings;
    private final Entropy entropy;

    SettingsTokens(
            Caller caller, Sessions sessions, Setting<SessionSettings> settings, Entropy entropy) {
        this.caller = caller;
        this.sessions = sessions;
        this.settings = settings;
        this.entropy = entropy;
    }

    /** The token that a change may issue; null where the old one stays. */
    @Nullable SessionToken next(Flow flow, SessionId session) {
        return flow.ofBrowser() && settings.get().rotatesCookies()
                ? SessionToken.issue(session, entropy)
                : null;
    }

    /** The token that counts after the submission, whatever became of it. */
    Issued now(Submission submission) {
        Standing standing =
                sessions.standing(submission.session().session())
                        .orElseThrow(SettingsProblems::notLoggedIn);
        SessionToken next = submission.next();
        String newest = standing.session().tokens().getLast().hash();
        String token =
                next != null && next.hash().equals(newest)
                        ? next.text()
                        : caller.token(submission.visit().call()).orElseThrow();
        return new Issued(
                standing.identity().id(), token, standing.session().times().expiresAt(), Bond.SAME);
    }
}
