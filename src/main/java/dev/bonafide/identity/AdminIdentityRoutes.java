package dev.bonafide.identity;

import dev.bonafide.http.Call;
import dev.bonafide.http.Keyset;
import dev.bonafide.http.LogPosition;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.identity.IdentityCommand.EraseIdentity;
import dev.bonafide.identity.IdentityCommand.SetActive;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Refused;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Meta;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What administrators do with identities (contract clause 6.3). */
final class AdminIdentityRoutes implements Routes {
    private final Directory directory;
    private final IdentityQueries queries;
    private final IdentityJson json;
    private final Commands commands;
    private final Acts acts;

    AdminIdentityRoutes(
            Directory directory,
            IdentityQueries queries,
            IdentityJson json,
            Commands commands,
            Acts acts) {
        this.directory = directory;
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
                Route.admin("GET", "/admin/identities", this::list),
                Route.admin("GET", "/admin/identities/{id}", this::get),
                Route.admin("PATCH", "/admin/identities/{id}", this::patch),
                Route.admin("DELETE", "/admin/identities/{id}", this::erase));
    }

    private Reply list(Call call) {
        LogPosition.require(call, acts.epoch(), queries::head);
        Keyset page = Keyset.of(call);
        List<IdentityId> ids =
                queries.all(page.after().map(AdminIdentityRoutes::key).orElse(""), page.size() + 1);
        List<IdentityId> shown = ids.subList(0, Math.min(ids.size(), page.size()));
        List<Map<String, Object>> body =
                shown.stream()
                        .map(directory::byId)
                        .flatMap(Optional::stream)
                        .map(json::forAdministrators)
                        .toList();
        Optional<String> next =
                ids.size() > shown.size()
                        ? Optional.of(shown.getLast().toString())
                        : Optional.empty();
        return page.links(Reply.json(200, body), call, next);
    }

    private Reply get(Call call) {
        return Reply.json(200, written(id(call)));
    }

    private Reply patch(Call call) {
        boolean active = active(call.list());
        IdentityId id = id(call);
        long position = send(call, new SetActive(id, active, acts.clock().now()));
        return new LogPosition(acts.epoch(), position).on(Reply.json(200, written(id)));
    }

    /**
     * Copies of the person's key may be in backups: the answer says so, because the erasure ends
     * only with them.
     */
    private Reply erase(Call call) {
        long position = send(call, new EraseIdentity(id(call), acts.clock().now()));
        Reply reply =
                Reply.empty(204)
                        .with(
                                "Bonafide-Notice",
                                "erased here; copies of the key in backups last as long as those backups");
        return new LogPosition(acts.epoch(), position).on(reply);
    }

    private long send(Call call, IdentityCommand<Boolean> command) {
        Meta meta =
                Meta.administrator(call.header("X-Bonafide-Actor").orElse(""), call.requestId());
        try {
            return commands.send(command, meta).position();
        } catch (Refused refused) {
            if (refused.code().equals("identity.unknown")) {
                throw Problem.notFound();
            }
            throw refused;
        }
    }

    private Map<String, Object> written(IdentityId id) {
        return directory.byId(id).map(json::forAdministrators).orElseThrow(Problem::notFound);
    }

    /** A JSON Patch (RFC 6902) of one operation: replace {@code /state}. */
    private static boolean active(JsonNode patch) {
        if (!patch.isArray() || patch.size() != 1 || !patch.get(0).isObject()) {
            throw Problem.badRequest("The body must be a JSON Patch with one operation.");
        }
        JsonNode operation = patch.get(0);
        boolean state =
                operation.path("op").asString("").equals("replace")
                        && operation.path("path").asString("").equals("/state");
        if (!state) {
            throw Problem.badRequest(
                    "Only {\"op\":\"replace\",\"path\":\"/state\"} can be patched.");
        }
        return switch (operation.path("value").asString("")) {
            case "active" -> true;
            case "inactive" -> false;
            default -> throw Problem.badRequest("The state must be active or inactive.");
        };
    }

    private static IdentityId id(Call call) {
        return new IdentityId(call.uuid("id"));
    }

    private static String key(String token) {
        try {
            return UUID.fromString(token).toString();
        } catch (IllegalArgumentException e) {
            throw Keyset.badToken();
        }
    }
}
