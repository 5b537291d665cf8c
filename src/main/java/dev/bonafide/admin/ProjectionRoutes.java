package dev.bonafide.admin;

import dev.bonafide.http.Call;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.kernel.Refused;
import dev.bonafide.log.EventLog;
import dev.bonafide.log.Projection;
import dev.bonafide.log.Projections.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the projections of this node are, and what an operator does about one that stopped. Tells of
 * events by their position only.
 */
final class ProjectionRoutes implements Routes {
    private final EventLog log;
    private final Map<String, Projection> known = new TreeMap<>();

    ProjectionRoutes(EventLog log, List<Projection> projections) {
        this.log = log;
        projections.forEach(projection -> known.put(projection.name(), projection));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/admin/projections", call -> all()),
                Route.admin("POST", "/admin/projections/{name}/resume", this::resume),
                Route.admin("POST", "/admin/projections/{name}/rebuild", this::rebuild));
    }

    private Reply all() {
        long position = log.position();
        Map<String, Status> statuses = log.projections().status();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("log_position", position);
        List<Map<String, @Nullable Object>> written = new ArrayList<>();
        for (Projection projection : known.values()) {
            Optional.ofNullable(statuses.get(projection.name()))
                    .ifPresent(status -> written.add(written(projection, status, position)));
        }
        body.put("projections", written);
        return Reply.json(200, body);
    }

    private static Map<String, @Nullable Object> written(
            Projection projection, Status status, long position) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", projection.name());
        json.put("position", status.position());
        json.put("lag", Math.max(0, position - status.position()));
        json.put("state", state(status));
        json.put("stopped_because", orNull(status.failure()));
        json.put("driven_here", status.here());
        json.put("rebuildable", !projection.startsAtHead());
        json.put("rebuilding", status.rebuilding());
        json.put("rebuild_failed_because", orNull(status.rebuildFailure()));
        return json;
    }

    private static String state(Status status) {
        return status.failure().isEmpty() ? "running" : "stopped";
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Of one that runs it asks nothing. */
    private Reply resume(Call call) {
        log.projections().resume(named(call).name());
        return Reply.empty(204);
    }

    /** It takes as long as the log is; what becomes of it is told by the list. */
    private Reply rebuild(Call call) {
        Projection projection = named(call);
        if (projection.startsAtHead()) {
            throw Problem.badRequest(
                    "This projection acts on what happens and has no past to be rebuilt from.");
        }
        try {
            log.projections().beginRebuild(projection.name());
        } catch (Refused refused) {
            throw Problem.of(409, "The projection is being rebuilt at the moment.");
        }
        return Reply.empty(202);
    }

    private Projection named(Call call) {
        Projection projection = known.get(call.path("name"));
        if (projection == null) {
            throw Problem.notFound();
        }
        return projection;
    }
}
