package dev.bonafide.session;

import dev.bonafide.config.Setting;
import dev.bonafide.http.Call;
import dev.bonafide.http.LogPosition;
import dev.bonafide.http.Offset;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.identity.IdentityCommand.EndSessions;
import dev.bonafide.identity.IdentityEvent;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Meta;
import dev.bonafide.session.SessionCommand.ExtendSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What administrators do with the sessions of one identity, and with how long one lives (contract
 * clause 6.3).
 */
final class AdminIdentitySessionRoutes implements Routes {
    private static final int PAGE = 500;
    private static final Set<String> ALL = Set.of("devices", "identity");

    private final Sessions sessions;
    private final SessionQueries queries;
    private final SessionJson json;
    private final Commands commands;
    private final Policy policy;

    AdminIdentitySessionRoutes(
            Sessions sessions,
            SessionQueries queries,
            SessionJson json,
            Commands commands,
            Policy policy) {
        this.sessions = sessions;
        this.queries = queries;
        this.json = json;
        this.commands = commands;
        this.policy = policy;
    }

    /**
     * What decides.
     *
     * @param silent whether extending answers 204 instead of the session
     */
    record Policy(
            AdminSessionRoutes.Acts acts,
            Setting<SessionSettings> settings,
            Setting<Boolean> silent) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/admin/identities/{id}/sessions", this::list),
                Route.admin("DELETE", "/admin/identities/{id}/sessions", this::end),
                Route.admin("PATCH", "/admin/sessions/{id}/extend", this::extend));
    }

    private Reply list(Call call) {
        Optional<Boolean> active = AdminSessionRoutes.active(call);
        LogPosition.require(call, policy.acts().epoch(), queries::head);
        Offset offset = Offset.of(call);
        List<SessionFacts> found =
                all(new IdentityId(call.uuid("id"))).stream()
                        .filter(facts -> active.isEmpty() || active.get() == facts.active())
                        .toList();
        List<Map<String, Object>> page =
                found.stream()
                        .skip(offset.start())
                        .limit(offset.size())
                        .map(facts -> json.of(facts, ALL))
                        .toList();
        return offset.links(Reply.json(200, page), call, found.size());
    }

    /**
     * Ends all of them by one event. Nothing is deleted from a log, so what was there stays listed
     * as over; 404 where there never was one, as in Kratos.
     */
    private Reply end(Call call) {
        IdentityId identity = new IdentityId(call.uuid("id"));
        if (queries.of(identity, "", 1).isEmpty()) {
            throw Problem.notFound();
        }
        try {
            var done =
                    commands.send(
                            new EndSessions(
                                    identity,
                                    IdentityEvent.Cause.ADMINISTRATOR,
                                    policy.acts().clock().now()),
                            meta(call));
            return new LogPosition(policy.acts().epoch(), done.position()).on(Reply.empty(204));
        } catch (Refused refused) {
            throw refused.code().equals("identity.unknown") ? Problem.notFound() : refused;
        }
    }

    /** A session that is over stays over: extending revives nothing. */
    private Reply extend(Call call) {
        SessionId id = new SessionId(call.uuid("id"));
        SessionFacts facts =
                sessions.facts(id).filter(SessionFacts::active).orElseThrow(Problem::notFound);
        try {
            var done =
                    commands.send(
                            new ExtendSession(
                                    facts.session().identity(),
                                    id,
                                    policy.settings().get().lifespan(),
                                    policy.settings().get().extendWithin(),
                                    policy.acts().clock().now()),
                            meta(call));
            return new LogPosition(policy.acts().epoch(), done.position()).on(extended(id));
        } catch (Refused refused) {
            throw refused.code().equals("session.inactive") ? Problem.notFound() : refused;
        }
    }

    private Reply extended(SessionId id) {
        return policy.silent().get()
                ? Reply.empty(204)
                : sessions.facts(id)
                        .map(facts -> Reply.json(200, json.of(facts, ALL)))
                        .orElseThrow(Problem::notFound);
    }

    private List<SessionFacts> all(IdentityId identity) {
        List<SessionFacts> found = new ArrayList<>();
        String before = "";
        List<SessionId> ids;
        do {
            ids = queries.of(identity, before, PAGE);
            ids.forEach(id -> sessions.facts(id).ifPresent(found::add));
            before = ids.isEmpty() ? "" : ids.getLast().toString();
        } while (ids.size() == PAGE);
        return found;
    }

    private static Meta meta(Call call) {
        return Meta.administrator(call.header("X-Bonafide-Actor").orElse(""), call.requestId());
    }
}
