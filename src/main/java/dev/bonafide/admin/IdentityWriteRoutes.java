package dev.bonafide.admin;

import dev.bonafide.admin.IdentityWrites.Written;
import dev.bonafide.http.Call;
import dev.bonafide.http.Json;
import dev.bonafide.http.LogPosition;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.identity.IdentityJson;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.log.Meta;
import java.net.URI;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Creating, replacing and patching identities (contract clause 6.3). */
final class IdentityWriteRoutes implements Routes {
    private final IdentityWrites writes;
    private final Batch batch;
    private final Existing existing;
    private final IdentityJson json;
    private final Place place;

    IdentityWriteRoutes(
            IdentityWrites writes, Batch batch, Existing existing, IdentityJson json, Place place) {
        this.writes = writes;
        this.batch = batch;
        this.existing = existing;
        this.json = json;
        this.place = place;
    }

    /** Epoch of the log, and address of this listener. */
    record Place(String epoch, URI adminUrl) {}

    @Override
    public java.util.List<Route> routes() {
        return java.util.List.of(
                Route.admin("POST", "/admin/identities", this::create),
                Route.admin("PATCH", "/admin/identities", this::batch),
                Route.admin("PUT", "/admin/identities/{id}", this::replace),
                Route.admin("PATCH", "/admin/identities/{id}", this::patch));
    }

    private Reply create(Call call) {
        Draft draft = DraftReader.whole(call.body(), writes.defaultSchema());
        Written written = writes.create(draft, meta(call));
        String location = place.adminUrl().resolve("admin/identities/" + written.id()).toString();
        return answer(201, written).with("Location", location);
    }

    private Reply replace(Call call) {
        ObjectNode body = call.body();
        return answer(
                200,
                writes.change(
                        id(call),
                        person ->
                                DraftReader.replacing(
                                        body,
                                        person.state().profile().schema(),
                                        existing.opened(person).addresses()),
                        meta(call)));
    }

    private Reply patch(Call call) {
        ArrayNode patch = call.list();
        return answer(200, writes.change(id(call), person -> patched(person, patch), meta(call)));
    }

    private Draft patched(Person person, ArrayNode patch) {
        ObjectNode now = Json.mapper().valueToTree(json.forAdministrators(person));
        String schema = person.state().profile().schema();
        return DraftReader.whole(JsonPatches.apply(now, patch), schema);
    }

    private Reply batch(Call call) {
        Batch.Outcome outcome = batch.run(call.body(), meta(call), call.requestId());
        Reply reply = Reply.json(200, Map.of("identities", outcome.entries()));
        return outcome.position() < 0
                ? reply
                : new LogPosition(place.epoch(), outcome.position()).on(reply);
    }

    private Reply answer(int status, Written written) {
        Reply reply = Reply.json(status, json.forAdministrators(writes.person(written.id())));
        return new LogPosition(place.epoch(), written.position()).on(reply);
    }

    private static IdentityId id(Call call) {
        return new IdentityId(call.knownUuid("id"));
    }

    private static Meta meta(Call call) {
        return Meta.administrator(call.header("X-Bonafide-Actor").orElse(""), call.requestId());
    }
}
