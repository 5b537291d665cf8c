package dev.bonafide.flow.login;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.login.LoginSubmit.Submission;
import dev.bonafide.http.LogPosition;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
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
    private final LoginFlows.Sources sources;
    private final String epoch;

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
        this.sources = new LoginFlows.Sources(origin.clock(), origin.entropy());
        this.epoch = origin.epoch();
    }

    /** Time, chance, and the log's epoch. */
    record Origin(Clock clock, Entropy entropy, String epoch) {}

    LoginTarget target(Submission submission, IdentityId identity) {
        Instant now = sources.clock().now();
        Instant expires = now.plus(settings.get().lifespan());
        Presented presented = submission.session();
        if (presented == null) {
            SessionId id = new SessionId(sources.entropy().timeOrderedUuid(now));
            SessionToken token = SessionToken.issue(id, sources.entropy());
            Device device =
                    new Device(
                            sources.entropy().uuid(), caller.client(submission.call(), identity));
            return new LoginTarget(
                    id, new NewSession(id, device, token.hash(), expires), token.text());
        }
        return onto(submission, presented, expires);
    }

    private LoginTarget onto(Submission submission, Presented presented, Instant expires) {
        SessionId id = presented.session();
        if (!settings.get().rotatesApiTokens()) {
            String token = caller.token(submission.call()).orElseThrow();
            return new LoginTarget(
                    id, new SameSession(id, presented.tokenHash(), null, expires), token);
        }
        SessionToken token = SessionToken.issue(id, sources.entropy());
        return new LoginTarget(
                id,
                new SameSession(id, presented.tokenHash(), token.hash(), expires),
                token.text());
    }

    Meta meta(Submission submission, IdentityId identity) {
        Presented session = submission.session();
        return caller.meta(
                submission.call(),
                submission.flow().flowId(),
                session == null ? null : session.session(),
                identity);
    }

    /** The identity is withheld where whoami would ask for more. */
    Reply answer(Submission submission, LoginTarget target, long position) {
        Standing standing =
                sessions.standing(target.session())
                        .orElseThrow(() ->
                                new Problem(
                                        401, "", "Unauthorized", "The session ended meanwhile."));
        caller.arrived(submission.call(), standing.identity().id());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("session_token", target.token());
        body.put("session", json.of(standing, json.satisfies(standing)));
        body.put("continue_with", null);
        return new LogPosition(epoch, position).on(Reply.json(200, body));
    }
}
