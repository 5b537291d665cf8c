package dev.bonafide.audit.stream;

import dev.bonafide.audit.stream.PublicSchema.Told;
import dev.bonafide.http.Json;
import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.kernel.StreamKind;
import dev.bonafide.log.Meta;
import dev.bonafide.log.Recorded;
import dev.bonafide.log.event.EventJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Makes public events of stored ones: what the schema allows, and nothing else. No trait, no
 * identifier, no address, nothing sealed, and nothing that a client chose, such as the id of a
 * request.
 */
final class PublicEvents implements Function<Recorded, Optional<PublicEvent>> {
    private final Holders holders;

    PublicEvents(Holders holders) {
        this.holders = holders;
    }

    @Override
    public Optional<PublicEvent> apply(Recorded recorded) {
        holders.hear(recorded);
        return PublicSchema.of(recorded.event().getClass()).map(told -> event(recorded, told));
    }

    private PublicEvent event(Recorded recorded, Told told) {
        JsonNode payload = EventJson.mapper().valueToTree(recorded.event());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", PublicSchema.VERSION);
        json.put("type", told.type());
        json.put("position", recorded.position());
        json.put("id", recorded.id());
        json.put("at", recorded.at());
        json.put("actor", actor(recorded.meta()));
        Optional<UUID> session = session(recorded);
        identity(payload, recorded, session).ifPresent(id -> json.put("identity", id));
        session.ifPresent(id -> json.put("session", id));
        flow(payload, recorded.meta()).ifPresent(id -> json.put("flow", id));
        if (recorded.event() instanceof CredentialEvent credential) {
            json.put("method", credential.method().value());
        }
        told.fields().forEach(field -> put(field, payload, json));
        return new PublicEvent(
                recorded.position(), told.type(), Json.mapper().writeValueAsString(json));
    }

    /** What an administrator's header claims is not passed on: it may be a name. */
    private static String actor(Meta meta) {
        int colon = meta.actor().indexOf(':');
        return colon < 0 ? meta.actor() : meta.actor().substring(0, colon);
    }

    private static Optional<UUID> session(Recorded recorded) {
        return recorded.stream().kind() == StreamKind.SESSION
                ? Optional.of(recorded.stream().uuid())
                : Optional.ofNullable(recorded.meta().session()).map(SessionId::value);
    }

    /** Before there is a session, the key that seals the client says whom it is about. */
    private Optional<UUID> identity(JsonNode payload, Recorded recorded, Optional<UUID> session) {
        return text(payload, "identity")
                .map(UUID::fromString)
                .or(() -> session.flatMap(id -> holders.of(id, recorded.position())))
                .or(() -> owner(recorded.meta()).map(IdentityId::value));
    }

    private static Optional<IdentityId> owner(Meta meta) {
        return meta.client() instanceof Sealed.Closed closed
                ? Optional.of(closed.owner())
                : Optional.empty();
    }

    private static Optional<String> flow(JsonNode payload, Meta meta) {
        return text(payload, "flow")
                .or(() -> Optional.ofNullable(meta.flow()).map(flow -> flow.value().toString()));
    }

    private static Optional<String> text(JsonNode payload, String field) {
        return payload.path(field).isString()
                ? Optional.of(payload.path(field).asString())
                : Optional.empty();
    }

    private static void put(String field, JsonNode payload, Map<String, Object> json) {
        int colon = field.indexOf(':');
        String name = colon < 0 ? field : field.substring(0, colon);
        JsonNode value = payload;
        for (String step : field.substring(colon + 1).split("\\.", -1)) {
            value = value.path(step);
        }
        if (value.isValueNode() && !value.isNull()) {
            json.put(name, plain(name, value));
        }
    }

    /** Times stand in events as microseconds; the wire writes them as RFC 3339 does. */
    private static Object plain(String name, JsonNode value) {
        boolean time = name.endsWith("_at") || name.endsWith("_until");
        return time ? Instant.EPOCH.plus(value.asLong(), ChronoUnit.MICROS) : value;
    }
}
