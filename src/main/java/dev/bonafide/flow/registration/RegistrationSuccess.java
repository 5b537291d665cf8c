package dev.bonafide.flow.registration;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.Destinations;
import dev.bonafide.flow.Outcome;
import dev.bonafide.flow.Outcome.Bond;
import dev.bonafide.flow.Outcome.Finished;
import dev.bonafide.flow.Outcome.Issued;
import dev.bonafide.flow.Outcome.Next;
import dev.bonafide.flow.Traits;
import dev.bonafide.http.Problem;
import dev.bonafide.identity.Directory;
import dev.bonafide.identity.IdentityJson;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.Commands;
import dev.bonafide.method.MethodCommand;
import dev.bonafide.method.MethodCommand.NewSession;
import dev.bonafide.method.MethodCommand.RegisterIdentity;
import dev.bonafide.method.RegistrationPart;
import dev.bonafide.session.Device;
import dev.bonafide.session.SessionJson;
import dev.bonafide.session.SessionSettings;
import dev.bonafide.session.SessionToken;
import dev.bonafide.session.Sessions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Registers somebody and hands over their session, where the {@code session} hook is configured
 * (contract clause 4.1).
 */
final class RegistrationSuccess {
    private final Commands commands;
    private final Caller caller;
    private final Traits traits;
    private final Shown shown;
    private final Policy policy;

    RegistrationSuccess(
            Commands commands, Caller caller, Traits traits, Shown shown, Policy policy) {
        this.commands = commands;
        this.caller = caller;
        this.traits = traits;
        this.shown = shown;
        this.policy = policy;
    }

    /** Where what was made is found, and how it is written. */
    record Shown(
            Directory directory, IdentityJson identities, Sessions sessions, SessionJson json) {}

    /**
     * What decides.
     *
     * @param loggedIn whether registration with this method logs in, by its hook
     */
    record Policy(
            Clock clock,
            Entropy entropy,
            Setting<SessionSettings> sessions,
            LoggedIn loggedIn,
            Destinations destinations) {}

    /** Whether registration with a method logs in. */
    @FunctionalInterface
    interface LoggedIn {
        boolean test(MethodId method);
    }

    Outcome register(
            Chosen chosen, RegistrationPart.Newcomer newcomer, RegistrationPart.Valid valid) {
        boolean loggedIn = policy.loggedIn().test(chosen.method().id());
        Begun begun = loggedIn ? begin(chosen, newcomer.now()) : null;
        var done =
                commands.send(
                        new RegisterIdentity(
                                chosen.flow().flowId(),
                                new MethodCommand.Newcomer(
                                        newcomer.id(),
                                        traits.profile(newcomer.id(), newcomer.traits())),
                                chosen.method().id(),
                                valid.enrol().get(),
                                begun == null ? null : begun.session(),
                                newcomer.now()),
                        caller.meta(
                                chosen.visit().call(),
                                chosen.flow().flowId(),
                                null,
                                newcomer.id()));
        caller.arrived(chosen.visit().call(), newcomer.id());
        Next next =
                new Next(
                        policy.destinations().after(chosen.flow(), chosen.method().id().value()),
                        false);
        return new Finished(
                csrf -> body(newcomer.id(), begun),
                begun == null ? null : issued(newcomer.id(), begun),
                next,
                done.position());
    }

    private static Issued issued(IdentityId id, Begun begun) {
        return new Issued(id, begun.token(), begun.session().expiresAt(), Bond.NEW);
    }

    /** A session to be, and its token. */
    private record Begun(NewSession session, String token) {}

    private Begun begin(Chosen chosen, Instant now) {
        SessionId id = new SessionId(policy.entropy().timeOrderedUuid(now));
        SessionToken token = SessionToken.issue(id, policy.entropy());
        Device device =
                new Device(
                        policy.entropy().uuid(),
                        caller.client(chosen.visit().call(), chosen.identity()));
        return new Begun(
                new NewSession(
                        id, device, token.hash(), now.plus(policy.sessions().get().lifespan())),
                token.text());
    }

    private Map<String, Object> body(IdentityId id, @Nullable Begun begun) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (begun != null) {
            body.put("session", session(begun.session().id()));
        }
        body.put(
                "identity",
                shown.directory()
                        .byId(id)
                        .map(shown.identities()::of)
                        .orElseThrow(Problem::notFound));
        body.put("continue_with", begun == null ? null : List.of(token(begun)));
        return body;
    }

    private Map<String, Object> session(SessionId id) {
        return shown.sessions()
                .standing(id)
                .map(standing -> shown.json().of(standing, true))
                .orElseThrow(
                        () -> new Problem(401, "", "Unauthorized", "The session ended meanwhile."));
    }

    private static Map<String, Object> token(Begun begun) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("action", "set_ory_session_token");
        action.put("ory_session_token", begun.token());
        return action;
    }
}
