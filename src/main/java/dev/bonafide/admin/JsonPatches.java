package dev.bonafide.admin;

import dev.bonafide.http.Json;
import dev.bonafide.http.Problem;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Patch (RFC 6902) on an identity, whole or not at all. */
final class JsonPatches {
    private static final int OPERATIONS_MOST = 200;
    // "copy" doubles a document with every operation, so it is measured after each (CWE-409).
    private static final int LENGTH_MOST = 1 << 20;

    /** What is not an administrator's to write here, as whole paths or their beginnings. */
    private static final Set<String> FIXED =
            Set.of(
                    "id",
                    "credentials",
                    "created_at",
                    "updated_at",
                    "state_changed_at",
                    "schema_url",
                    "organization_id");

    private JsonPatches() {}

    /**
     * The document after the patch, without what is fixed.
     *
     * @throws Problem 400 for a patch that is none, does not apply, or touches what is fixed
     */
    static ObjectNode apply(ObjectNode document, ArrayNode patch) {
        if (patch.size() > OPERATIONS_MOST) {
            throw Problem.badRequest(
                    "A JSON Patch may have at most " + OPERATIONS_MOST + " operations.");
        }
        patch.forEach(JsonPatches::requireAllowed);
        JsonStructure result = read(document.toString());
        for (JsonNode operation : patch) {
            result = applied(result, operation);
        }
        if (Json.mapper().readTree(result.toString()) instanceof ObjectNode object) {
            return unfixed(document, object);
        }
        throw Problem.badRequest("After the JSON Patch nothing is left.");
    }

    private static void requireAllowed(JsonNode operation) {
        requireAllowed(operation.path("path").asString(""));
        requireAllowed(operation.path("from").asString(""));
    }

    private static void requireAllowed(String pointer) {
        String[] steps = pointer.split("/", -1);
        if (steps.length > 1 && FIXED.contains(steps[1])) {
            throw Problem.badRequest("A JSON Patch may not touch /" + steps[1] + ".");
        }
    }

    private static JsonStructure applied(JsonStructure document, JsonNode operation) {
        try {
            JsonArray one = (JsonArray) read("[" + operation + "]");
            JsonStructure result = jakarta.json.Json.createPatch(one).apply(document);
            if (result instanceof JsonObject && result.toString().length() <= LENGTH_MOST) {
                return result;
            }
        } catch (JsonException
                | IllegalArgumentException
                | ClassCastException
                | NullPointerException
                | IndexOutOfBoundsException e) {
            throw cannot();
        }
        throw cannot();
    }

    /** The library's own message is not passed on: it quotes values. */
    private static Problem cannot() {
        return Problem.badRequest("The JSON Patch is not valid or can't be applied.");
    }

    private static JsonStructure read(String json) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(json))) {
            return reader.read();
        }
    }

    /** Also a replacement of the whole document must leave alone what is fixed. */
    private static ObjectNode unfixed(ObjectNode before, ObjectNode after) {
        for (String key : FIXED) {
            if (!before.path(key).equals(after.path(key))) {
                throw Problem.badRequest("A JSON Patch may not touch /" + key + ".");
            }
            after.remove(key);
        }
        return after;
    }
}
