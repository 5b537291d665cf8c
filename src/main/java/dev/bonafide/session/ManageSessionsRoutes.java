package dev.bonafide.session;

import dev.bonafide.http.Call;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Meta;
import dev.bonafide.session.SessionCommand.RevokeSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ends many sessions in one call: {@code POST /admin/sessions} of Kratos' API description. Nothing
 * is deleted from a log, so {@code delete} ends them as {@code disable} does.
 */
final class ManageSessionsRoutes implements Routes {
    /** Ids that one call may name. */
    private static final int IDS_MAX = 500;

    /** Sessions that one call with {@code ["*"]} ends at most. */
    private static final int BATCH_MAX = 5000;

    private static final int PAGE = 500;

    private final Sessions sessions;
    private final SessionQueries queries;
    private final Commands commands;
    private final AdminSessionRoutes.Acts acts;

    ManageSessionsRoutes(
            Sessions sessions,
            SessionQueries queries,
            Commands commands,
            AdminSessionRoutes.Acts acts) {
        this.sessions = sessions;
        this.queries = queries;
        this.commands = commands;
        this.acts = acts;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.admin("POST", "/admin/sessions", this::manage));
    }

    private Reply manage(Call call) {
        ObjectNode body = call.body();
        String action = body.path("action").asString("");
        if (!action.equals("disable") && !action.equals("delete")) {
            throw Problem.badRequest("The action must be disable or delete.");
        }
        if (body.has("identities") == body.has("sessions")) {
            throw Problem.badRequest("Exactly one of identities and sessions must be given.");
        }
        if (body.has("sessions")) {
            List<SessionId> ids = ids(body.get("sessions")).stream().map(SessionId::new).toList();
            return answer(end(call, ids), false);
        }
        return all(body.get("identities"))
                ? everybody(call)
                : of(call, ids(body.get("identities")));
    }

    private Reply of(Call call, List<UUID> identities) {
        int processed = 0;
        for (UUID identity : identities) {
            String before = "";
            List<SessionId> page;
            do {
                page = queries.of(new IdentityId(identity), before, PAGE);
                processed += end(call, page);
                before = page.isEmpty() ? "" : page.getLast().toString();
            } while (page.size() == PAGE);
        }
        return answer(processed, false);
    }

    /** The newest that are active; the caller comes again while there are more. */
    private Reply everybody(Call call) {
        List<SessionId> active = new ArrayList<>();
        String before = "";
        List<SessionId> page;
        do {
            page = queries.all(before, PAGE);
            page.stream().filter(this::active).forEach(active::add);
            before = page.isEmpty() ? "" : page.getLast().toString();
        } while (page.size() == PAGE && active.size() <= BATCH_MAX);
        List<SessionId> batch = active.subList(0, Math.min(active.size(), BATCH_MAX));
        return answer(end(call, batch), active.size() > BATCH_MAX);
    }

    private boolean active(SessionId id) {
        return sessions.facts(id).filter(SessionFacts::active).isPresent();
    }

    /** Answers how many were active before. */
    private int end(Call call, List<SessionId> ids) {
        Meta meta =
                Meta.administrator(call.header("X-Bonafide-Actor").orElse(""), call.requestId());
        int ended = 0;
        for (SessionId id : ids) {
            RevokeSession revoke =
                    new RevokeSession(id, SessionEvent.Cause.ADMINISTRATOR, acts.clock().now());
            if (active(id) && commands.send(revoke, meta).answer()) {
                ended++;
            }
        }
        return ended;
    }

    private static boolean all(JsonNode identities) {
        return identities.size() == 1 && identities.path(0).asString("").equals("*");
    }

    private static List<UUID> ids(JsonNode list) {
        if (!list.isArray() || list.isEmpty() || list.size() > IDS_MAX) {
            throw Problem.badRequest("A list of 1 to " + IDS_MAX + " ids must be given.");
        }
        List<UUID> ids = new ArrayList<>();
        for (JsonNode id : list) {
            ids.add(id(id.isString() ? id.asString() : ""));
        }
        return ids;
    }

    private static UUID id(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException none) {
            throw notAnId();
        }
        throw notAnId();
    }

    private static Problem notAnId() {
        return Problem.badRequest("Each id must be a UUID; [\"*\"] alone names all identities.");
    }

    private static Reply answer(int processed, boolean more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("processed", processed);
        body.put("more", more);
        return Reply.json(200, body);
    }
}
