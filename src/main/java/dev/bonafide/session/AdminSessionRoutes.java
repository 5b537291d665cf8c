package dev.bonafide.session;

import dev.bonafide.http.Call;
import dev.bonafide.http.Keyset;
import dev.bonafide.http.LogPosition;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.Commands;
import dev.bonafide.session.SessionCommand.RevokeSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What administrators do with sessions (contract clause 6.3). */
final class AdminSessionRoutes implements Routes {
    private static final Set<String> PARTS = Set.of("identity", "devices");

    private final Sessions sessions;
    private final SessionQueries queries;
    private final SessionJson json;
    private final Commands commands;
    private final Acts acts;

    AdminSessionRoutes(
            Sessions sessions,
            SessionQueries queries,
            SessionJson json,
            Commands commands,
            Acts acts) {
        this.sessions = sessions;
        this.queries = queries;
        this.json = json;
        this.commands = commands;
        this.acts = acts;
    }

    /** How acts are timed and answered. */
    record Acts(Clock clock, String epoch) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/admin/sessions", this::list),
                Route.admin("GET", "/admin/sessions/{id}", this::get),
                Route.admin("DELETE", "/admin/sessions/{id}", this::revoke));
    }

    private Reply list(Call call) {
        Optional<Boolean> active = active(call);
        Set<String> parts = parts(call);
        LogPosition.require(call, acts.epoch(), queries::head);
        Keyset page = Keyset.of(call);
        List<SessionFacts> found = new ArrayList<>();
        String before = page.after().map(AdminSessionRoutes::key).orElse("");
        List<SessionId> ids;
        do {
            ids = queries.all(before, page.size() + 1);
            for (SessionId id : ids) {
                if (found.size() <= page.size()) {
                    sessions.facts(id)
                            .filter(facts -> active.isEmpty() || active.get() == facts.active())
                            .ifPresent(found::add);
                }
            }
            before = ids.isEmpty() ? "" : ids.getLast().toString();
        } while (found.size() <= page.size() && ids.size() == page.size() + 1);
        return paged(call, page, found, parts);
    }

    private Reply paged(Call call, Keyset page, List<SessionFacts> found, Set<String> parts) {
        List<SessionFacts> shown = found.subList(0, Math.min(found.size(), page.size()));
        List<Map<String, Object>> body =
                shown.stream().map(facts -> json.of(facts, parts)).toList();
        Optional<String> next =
                found.size() > page.size()
                        ? Optional.of(shown.getLast().session().id().toString())
                        : Optional.empty();
        return page.links(Reply.json(200, body), call, next);
    }

    private Reply get(Call call) {
        Set<String> parts = parts(call);
        SessionFacts facts =
                sessions.facts(new SessionId(call.uuid("id"))).orElseThrow(Problem::notFound);
        return Reply.json(200, json.of(facts, parts));
    }

    private Reply revoke(Call call) {
        SessionId id = new SessionId(call.uuid("id"));
        if (sessions.facts(id).isEmpty()) {
            throw Problem.notFound();
        }
        var done =
                commands.send(
                        new RevokeSession(id, SessionEvent.Cause.ADMINISTRATOR, acts.clock().now()),
                        dev.bonafide.log.Meta.administrator(
                                call.header("X-Bonafide-Actor").orElse(""), call.requestId()));
        return new LogPosition(acts.epoch(), done.position()).on(Reply.empty(204));
    }

    /** The filter {@code active}; empty where it is not given. */
    static Optional<Boolean> active(Call call) {
        return call.query("active")
                .map(text ->
                        switch (text) {
                            case "true", "1" -> true;
                            case "false", "0" -> false;
                            default ->
                                    throw Problem.badRequest(
                                            "The query parameter active must be true or false.");
                        });
    }

    private static Set<String> parts(Call call) {
        Set<String> parts = new java.util.HashSet<>();
        for (String part : call.queries("expand")) {
            String name = part.toLowerCase(Locale.ROOT);
            if (!PARTS.contains(name)) {
                throw Problem.badRequest("The query parameter expand must be identity or devices.");
            }
            parts.add(name);
        }
        return parts;
    }

    private static String key(String token) {
        try {
            return UUID.fromString(token).toString();
        } catch (IllegalArgumentException e) {
            throw Keyset.badToken();
        }
    }
}
