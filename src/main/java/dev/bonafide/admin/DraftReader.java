package dev.bonafide.admin;

import dev.bonafide.http.Json;
import dev.bonafide.http.Problem;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the bodies of creating and replacing. As strict as Kratos: a key that is not known is
 * refused, because what a typing error leaves out would be silently lost.
 */
final class DraftReader {
    private static final Set<String> REPLACED =
            Set.of(
                    "schema_id",
                    "traits",
                    "state",
                    "metadata_public",
                    "metadata_admin",
                    "external_id",
                    "credentials");
    private static final Set<String> ATTACHED =
            Set.of("verifiable_addresses", "recovery_addresses", "organization_id");
    private static final int EXTERNAL_ID_MOST = 255;

    private DraftReader() {}

    /** Of a body that creates, or of a whole identity after a patch. */
    static Draft whole(ObjectNode body, String defaultSchema) {
        requireKnown(body, true);
        if (!body.path("organization_id").isMissingNode()
                && !body.path("organization_id").isNull()) {
            throw Problem.badRequest("organization_id: there are no organizations here.");
        }
        Addresses.check(body, "recovery_addresses");
        return read(body, defaultSchema, Addresses.stated(body));
    }

    /** Of a body that replaces; what was said of addresses stays. */
    static Draft replacing(ObjectNode body, String schema, @Nullable JsonNode addresses) {
        requireKnown(body, false);
        return read(body, schema, addresses);
    }

    private static Draft read(ObjectNode body, String schema, @Nullable JsonNode addresses) {
        return new Draft(
                text(body, "schema_id").orElse(schema),
                object(body, "traits"),
                active(body),
                value(body, "metadata_public"),
                value(body, "metadata_admin"),
                externalId(body),
                addresses,
                object(body, "credentials"));
    }

    private static void requireKnown(ObjectNode body, boolean attached) {
        for (String key : body.propertyNames()) {
            if (!REPLACED.contains(key) && !(attached && ATTACHED.contains(key))) {
                throw Problem.badRequest("The body has a key that is not known here: " + key + ".");
            }
        }
    }

    private static ObjectNode object(ObjectNode body, String key) {
        JsonNode node = body.path(key);
        if (node.isMissingNode() || node.isNull()) {
            return Json.mapper().createObjectNode();
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw Problem.badRequest(key + " must be an object.");
    }

    private static @Nullable JsonNode value(ObjectNode body, String key) {
        JsonNode node = body.path(key);
        return node.isMissingNode() || node.isNull() ? null : node;
    }

    private static java.util.Optional<String> text(ObjectNode body, String key) {
        JsonNode node = body.path(key);
        if (node.isMissingNode() || node.isNull()) {
            return java.util.Optional.empty();
        }
        if (!node.isString()) {
            throw Problem.badRequest(key + " must be a string.");
        }
        return java.util.Optional.of(node.stringValue()).filter(given -> !given.isEmpty());
    }

    private static @Nullable Boolean active(ObjectNode body) {
        String state = text(body, "state").orElse("");
        return switch (state) {
            case "" -> null;
            case "active" -> true;
            case "inactive" -> false;
            default -> throw Problem.badRequest("state must be active or inactive.");
        };
    }

    private static @Nullable String externalId(ObjectNode body) {
        String id = text(body, "external_id").orElse(null);
        if (id != null && id.length() > EXTERNAL_ID_MOST) {
            throw Problem.badRequest(
                    "external_id must have at most " + EXTERNAL_ID_MOST + " characters.");
        }
        return id;
    }
}
