package dev.bonafide.flow.login;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.Destinations;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.Outcome;
import dev.bonafide.flow.Outcome.Bond;
import dev.bonafide.flow.Outcome.Finished;
import dev.bonafide.flow.Outcome.Issued;
import dev.bonafide.flow.Outcome.Next;
import dev.bonafide.flow.login.LoginGuess.Chosen;
import dev.bonafide.flow.login.LoginSubmit.Submission;
import dev.bonafide.guard.Lane;
import dev.bonafide.http.Problem;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.Meta;
import dev.bonafide.method.MethodCommand.NewSession;
import dev.bonafide.method.MethodCommand.SameSession;
import dev.bonafide.session.Device;
import dev.bonafide.session.Presented;
import dev.bonafide.session.SessionJson;
import dev.bonafide.session.SessionSettings;
import dev.bonafide.session.SessionToken;
import dev.bonafide.session.Sessions;
import dev.bonafide.session.Standing;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a right guess leads to: the session that it goes on, and the answer that hands it over
 * (contract clause 2.9).
 */
final class LoginSuccess {
    private final Caller caller;
    private final Sessions sessions;
    private final SessionJson json;
    private final Setting<SessionSettings> settings;
    private final Origin origin;

    LoginSuccess(
            Caller caller,
            Sessions sessions,
            SessionJson json,
            Setting<SessionSettings> settings,
            Origin origin) {
        this.caller = caller;
        this.sessions = sessions;
        this.json = json;
        this.settings = settings;
        this.origin = origin;
    }

    /** Time, chance, and where browsers go on. */
    record Origin(Clock clock, Entropy entropy, Destinations destinations) {}

    LoginTarget target(Submission submission, IdentityId identity) {
        Instant now = origin.clock().now();
        Instant expires = now.plus(settings.get().lifespan());
        Presented presented = submission.session();
        if (presented == null) {
            SessionId id = new SessionId(origin.entropy().timeOrderedUuid(now));
            SessionToken token = SessionToken.issue(id, origin.entropy());
            Device device =
                    new Device(
                            origin.entropy().uuid(),
                            caller.client(submission.visit().call(), identity));
            return new LoginTarget(
                    id, new NewSession(id, device, token.hash(), expires), token.text());
        }
        return onto(submission, presented, expires);
    }

    private LoginTarget onto(Submission submission, Presented presented, Instant expires) {
        SessionId id = presented.session();
        boolean rotates =
                submission.flow().ofBrowser()
                        ? settings.get().rotatesCookies()
                        : settings.get().rotatesApiTokens();
        if (!rotates) {
            String token = caller.token(submission.visit().call()).orElseThrow();
            return new LoginTarget(
                    id, new SameSession(id, presented.tokenHash(), null, expires), token);
        }
        SessionToken token = SessionToken.issue(id, origin.entropy());
        return new LoginTarget(
                id,
                new SameSession(id, presented.tokenHash(), token.hash(), expires),
                token.text());
    }

    /** Whose budget a guess uses. */
    Lane lane(Submission submission, IdentityId identity) {
        return caller.lane(
                submission.visit().call(), identity, submission.flow().asked().requested());
    }

    Meta meta(Submission submission, IdentityId identity) {
        Presented session = submission.session();
        return caller.meta(
                submission.visit().call(),
                submission.flow().flowId(),
                session == null ? null : session.session(),
                identity);
    }

    /** The identity is withheld where whoami would ask for more, and a browser is led to that. */
    Outcome outcome(Chosen chosen, LoginTarget target, long position) {
        Submission submission = chosen.submission();
        Standing standing =
                sessions.standing(target.session())
                        .orElseThrow(() ->
                                new Problem(
                                        401, "", "Unauthorized", "The session ended meanwhile."));
        caller.arrived(submission.visit().call(), standing.identity().id());
        Issued issued =
                new Issued(
                        standing.identity().id(),
                        target.token(),
                        standing.session().times().expiresAt(),
                        submission.session() == null ? Bond.NEW : Bond.PROVEN);
        return new Finished(
                csrf -> body(standing), issued, next(chosen, json.satisfies(standing)), position);
    }

    private Map<String, Object> body(Standing standing) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("session", json.of(standing, json.satisfies(standing)));
        body.put("continue_with", null);
        return body;
    }

    private Next next(Chosen chosen, boolean satisfied) {
        Flow flow = chosen.submission().flow();
        return satisfied
                ? new Next(origin.destinations().after(flow, chosen.name()), false)
                : new Next(origin.destinations().secondFactor(flow.asked().returnTo()), true);
    }
}
