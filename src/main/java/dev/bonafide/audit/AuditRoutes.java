package dev.bonafide.audit;

import dev.bonafide.audit.AuditQueries.Filter;
import dev.bonafide.http.Call;
import dev.bonafide.http.Json;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.session.SessionJson;
import dev.bonafide.vault.Opened;
import dev.bonafide.vault.Vault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Addresses of the trail, on the admin listener alone. */
final class AuditRoutes implements Routes {
    private static final int LIMIT = 250;
    private static final int LIMIT_MOST = 1000;

    private final AuditQueries queries;
    private final TimeTravel travel;
    private final Vault vault;
    private final Clock clock;

    AuditRoutes(AuditQueries queries, TimeTravel travel, Vault vault, Clock clock) {
        this.queries = queries;
        this.travel = travel;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/admin/audit/events", this::events),
                Route.admin("GET", "/admin/audit/sessions/{id}", this::session));
    }

    private Reply events(Call call) {
        Filter filter =
                new Filter(
                        call.queryUuid("identity").orElse(null),
                        call.queryUuid("session").orElse(null),
                        call.query("type").orElse(null));
        long after = number(call, "after", 0, Long.MAX_VALUE);
        int limit = limit(call);
        List<AuditEntry> found = queries.find(filter, after, limit + 1);
        List<AuditEntry> shown = found.subList(0, Math.min(limit, found.size()));
        Levels levels = new Levels(travel, shown.isEmpty() ? 0 : shown.getLast().position());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("events", shown.stream().map(entry -> written(entry, levels)).toList());
        body.put("next", found.size() > shown.size() ? shown.getLast().position() : null);
        return Reply.json(200, body);
    }

    private Map<String, Object> written(AuditEntry entry, Levels levels) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("position", entry.position());
        json.put("at", entry.at());
        json.put("type", entry.type());
        json.put("actor", entry.actor());
        json.put("request", entry.request());
        json.put("identity", entry.identity());
        json.put("session", entry.session());
        json.put("flow", entry.flow());
        json.put("client", client(entry));
        UUID session = entry.session();
        json.put(
                "aal_before",
                session == null ? null : levels.after(session, entry.position() - 1).wire());
        json.put(
                "aal_after",
                session == null ? null : levels.after(session, entry.position()).wire());
        json.put("details", entry.details());
        return json;
    }

    /** Where it came from; "erased" where its person is. */
    private @org.jspecify.annotations.Nullable Object client(AuditEntry entry) {
        if (entry.client() == null) {
            return null;
        }
        return switch (vault.open(entry.client())) {
            case Opened.Text text -> Json.mapper().readTree(text.text());
            case Opened.Erased erased -> "erased";
        };
    }

    private Reply session(Call call) {
        SessionId id = new SessionId(call.uuid("id"));
        Optional<String> position = call.query("position");
        Optional<TimeTravel.Then> then =
                position.isPresent()
                        ? travel.upTo(id, number(call, "position", 0, Long.MAX_VALUE))
                        : travel.at(id, time(call));
        return Reply.json(200, written(then.orElseThrow(Problem::notFound)));
    }

    private static Map<String, Object> written(TimeTravel.Then then) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("session", then.session().id().value());
        json.put("identity", then.session().identity().value());
        json.put("at", then.at());
        json.put("position", then.position());
        json.put("active", then.active());
        json.put("authenticator_assurance_level", then.aal().wire());
        json.put(
                "authentication_methods",
                then.methods().stream().map(AuditRoutes::written).toList());
        json.put("events", then.events().stream().map(AuditRoutes::written).toList());
        return json;
    }

    private static Map<String, Object> written(TimeTravel.Method method) {
        Map<String, Object> json = SessionJson.method(method.proof());
        json.put("position", method.position());
        json.put("counted", method.counted());
        return json;
    }

    private static Map<String, Object> written(dev.bonafide.log.Recorded recorded) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("position", recorded.position());
        json.put("at", recorded.at());
        json.put("type", recorded.name());
        return json;
    }

    private Instant time(Call call) {
        try {
            return call.query("at")
                    .map(OffsetDateTime::parse)
                    .map(OffsetDateTime::toInstant)
                    .orElseGet(clock::now);
        } catch (DateTimeException e) {
            throw Problem.badRequest("The query parameter at must be a time as in RFC 3339.");
        }
    }

    private static int limit(Call call) {
        int limit = (int) number(call, "limit", LIMIT, LIMIT_MOST);
        if (limit == 0) {
            throw Problem.badRequest("The query parameter limit must be at least 1.");
        }
        return limit;
    }

    private static long number(Call call, String name, long absent, long most) {
        String text = call.query(name).orElse(Long.toString(absent));
        if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) > most) {
            throw Problem.badRequest(
                    "The query parameter " + name + " must be a number, at most " + most + ".");
        }
        return Long.parseLong(text);
    }
}
