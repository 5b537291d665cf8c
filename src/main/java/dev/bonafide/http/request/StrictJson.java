package dev.bonafide.http.request;

import dev.bonafide.http.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON without the liberties of RFC 8259: one object, each name once, nothing after it. Two parsers
 * that disagree on a duplicate name or on an absurd number are how checks are got around, so
 * neither is let in.
 */
final class StrictJson {
    private static final int DEPTH_MOST = 64;

    // A token costs some 60 bytes as a node: without a bound 5 MB of "[[],[],..." take 150 MB.
    private static final StreamReadConstraints BOUNDS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MOST)
                    .maxTokenCount(100_000)
                    .maxNumberLength(64)
                    .maxNameLength(1024)
                    .build();

    private static final JsonMapper MAPPER =
            JsonMapper.builder(JsonFactory.builder().streamReadConstraints(BOUNDS).build())
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private StrictJson() {}

    static ObjectNode object(String json) {
        if (read(json) instanceof ObjectNode object) {
            check(object);
            return object;
        }
        throw Problem.badRequest("The body must be a JSON object.");
    }

    static ArrayNode array(String json) {
        if (read(json) instanceof ArrayNode array) {
            check(array);
            return array;
        }
        throw Problem.badRequest("The body must be a JSON array.");
    }

    /** The parser's own message is not passed on: it quotes the body, which may be a password. */
    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (StreamConstraintsException e) {
            throw Problem.badRequest(
                    "The JSON body is nested too deeply, too long or has an absurd number.");
        } catch (JacksonException e) {
            throw Problem.badRequest("The body is not valid JSON, or has a name twice.");
        }
    }

    /** Recursion is bounded by {@link #DEPTH_MOST}. */
    private static void check(JsonNode node) {
        if (node.isString()) {
            Text.wellFormed(node.stringValue());
        } else if (node.isNumber()) {
            checkNumber(node);
        }
        node.propertyNames().forEach(Text::wellFormed);
        node.values().forEach(StrictJson::check);
    }

    private static void checkNumber(JsonNode number) {
        boolean fits =
                number.isIntegralNumber()
                        ? number.canConvertToLong()
                        : Double.isFinite(number.doubleValue());
        if (!fits) {
            throw Problem.badRequest("The JSON body has an absurd number.");
        }
    }
}
