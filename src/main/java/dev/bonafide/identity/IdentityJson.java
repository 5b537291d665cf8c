package dev.bonafide.identity;

import dev.bonafide.http.Json;
import dev.bonafide.identity.schema.Extracted;
import dev.bonafide.kernel.Hashes;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** An identity on the wire (contract clause 0.5). Never a secret of a credential, for nobody. */
public final class IdentityJson {
    private final Reach reach;
    private final Function<Sealed, Optional<String>> opener;

    /**
     * @param opener reads a sealed text; empty where its owner was erased
     */
    IdentityJson(Reach reach, Function<Sealed, Optional<String>> opener) {
        this.reach = reach;
        this.opener = opener;
    }

    /** As its owner and applications see it. */
    public Map<String, Object> of(Person person) {
        IdentityState.Registered state = person.state();
        IdentityState.Life life = state.life();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", state.id().value());
        externalId(state.extras()).ifPresent(name -> json.put("external_id", name));
        json.put("schema_id", state.profile().schema());
        json.put("schema_url", reach.schemaUrl(state.profile().schema()));
        json.put("state", life.active() ? "active" : "inactive");
        json.put("state_changed_at", life.stateChangedAt());
        json.put("traits", person.traits());
        json.put("verifiable_addresses", verifiable(person));
        json.put(
                "recovery_addresses",
                reach.recovery(person).stream().map(address -> recovery(person, address)).toList());
        json.put("metadata_public", tree(state.extras().metadataPublic()));
        json.put("created_at", life.createdAt());
        json.put("updated_at", life.updatedAt());
        json.put("organization_id", null);
        return json;
    }

    /**
     * As administrators see it: with which credentials there are, but nothing of what is in them.
     */
    public Map<String, Object> forAdministrators(Person person) {
        return forAdministrators(person, Set.of());
    }

    /** As it stands in a session that administrators see: without credentials. */
    public Map<String, Object> inSessions(Person person) {
        Map<String, Object> json = of(person);
        json.put("metadata_admin", tree(person.state().extras().metadataAdmin()));
        return json;
    }

    /** Those of the types {@code shown} with a {@code config}, which is always empty. */
    Map<String, Object> forAdministrators(Person person, Set<String> shown) {
        Map<String, Object> json = inSessions(person);
        Map<String, Object> credentials = new TreeMap<>();
        for (MethodId method : person.state().credentials().keySet()) {
            Map<String, Object> credential = new LinkedHashMap<>();
            credential.put("type", method.value());
            credential.put("identifiers", person.identifiers().getOrDefault(method, List.of()));
            credential.put("version", 0);
            if (shown.contains(method.value())) {
                credential.put("config", Map.of());
            }
            credentials.put(method.value(), credential);
        }
        json.put("credentials", credentials);
        return json;
    }

    private List<Map<String, Object>> verifiable(Person person) {
        JsonNode stated = tree(person.state().extras().addresses());
        return reach.verifiable(person).stream()
                .map(address -> verifiable(person, address, stated(stated, address)))
                .toList();
    }

    private static Map<String, Object> verifiable(
            Person person, Extracted.Address address, JsonNode stated) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id(person, "verifiable", address));
        json.put("value", address.value());
        json.put("verified", stated.path("verified").asBoolean(false));
        json.put("via", address.via());
        json.put("status", stated.path("status").asString("pending"));
        if (stated.path("verified_at").isString()) {
            json.put("verified_at", stated.path("verified_at"));
        }
        json.put("created_at", person.state().life().createdAt());
        json.put("updated_at", person.state().life().updatedAt());
        return json;
    }

    /** What an administrator said of this address; missing where nothing. */
    private static JsonNode stated(@Nullable JsonNode all, Extracted.Address address) {
        if (all != null) {
            for (JsonNode one : all) {
                if (one.path("value").asString("").equals(address.value())
                        && one.path("via").asString("").equals(address.via())) {
                    return one;
                }
            }
        }
        return MissingNode.getInstance();
    }

    private Optional<String> externalId(Extras extras) {
        return Optional.ofNullable(extras.externalId()).map(ExternalId::text).flatMap(opener);
    }

    private @Nullable JsonNode tree(@Nullable Sealed sealed) {
        return sealed == null
                ? null
                : opener.apply(sealed).map(Json.mapper()::readTree).orElse(null);
    }

    private static Map<String, Object> recovery(Person person, Extracted.Address address) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id(person, "recovery", address));
        json.put("value", address.value());
        json.put("via", address.via());
        json.put("created_at", person.state().life().createdAt());
        json.put("updated_at", person.state().life().updatedAt());
        return json;
    }

    /** The same address of the same person always has the same id, without a place to keep one. */
    private static UUID id(Person person, String kind, Extracted.Address address) {
        String name = person.id() + " " + kind + " " + address.via() + " " + address.value();
        ByteBuffer hash = ByteBuffer.wrap(Hashes.sha256(name.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
        long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
