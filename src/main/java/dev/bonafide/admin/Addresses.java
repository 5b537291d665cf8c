package dev.bonafide.admin;

import dev.bonafide.http.Json;
import dev.bonafide.http.Problem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a body says of addresses. Which addresses there are the schema says; a body can only say
 * what was verified elsewhere.
 */
final class Addresses {
    private static final Set<String> WAYS = Set.of("email", "sms");
    private static final Set<String> STAGES = Set.of("pending", "sent", "completed");

    private Addresses() {}

    /** What is said beyond that they are unverified; null for nothing. */
    static @Nullable JsonNode stated(ObjectNode body) {
        ArrayNode stated = Json.mapper().createArrayNode();
        check(body, "verifiable_addresses");
        for (JsonNode address : body.path("verifiable_addresses")) {
            ObjectNode said = said(address);
            boolean usual =
                    !said.path("verified").booleanValue()
                            && said.path("status").stringValue().equals("pending");
            if (!usual) {
                stated.add(said);
            }
        }
        return stated.isEmpty() ? null : stated;
    }

    static void check(ObjectNode body, String key) {
        JsonNode addresses = body.path(key);
        if (!addresses.isMissingNode() && !addresses.isNull() && !addresses.isArray()) {
            throw Problem.badRequest(key + " must be an array.");
        }
        for (JsonNode address : addresses) {
            if (!address.path("value").isString()
                    || !WAYS.contains(address.path("via").asString(""))) {
                throw Problem.badRequest(key + " must have a value each, and via email or sms.");
            }
        }
    }

    private static ObjectNode said(JsonNode address) {
        JsonNode verified = address.path("verified");
        if (!verified.isMissingNode() && !verified.isBoolean()) {
            throw Problem.badRequest("verifiable_addresses: verified must be true or false.");
        }
        boolean yes = verified.booleanValue(false);
        String status = address.path("status").asString(yes ? "completed" : "pending");
        if (!STAGES.contains(status)) {
            throw Problem.badRequest(
                    "verifiable_addresses: status must be pending, sent or completed.");
        }
        ObjectNode said = Json.mapper().createObjectNode();
        said.put("value", address.path("value").stringValue());
        said.put("via", address.path("via").stringValue());
        said.put("verified", yes);
        said.put("status", status);
        JsonNode at = address.path("verified_at");
        if (!at.isMissingNode() && !at.isNull()) {
            said.put("verified_at", time(at).toString());
        }
        return said;
    }

    private static Instant time(JsonNode at) {
        try {
            return Instant.parse(at.asString(""));
        } catch (DateTimeParseException e) {
            throw Problem.badRequest("verifiable_addresses: verified_at must be an RFC 3339 time.");
        }
    }
}
