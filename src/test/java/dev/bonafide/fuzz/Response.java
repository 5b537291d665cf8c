package dev.bonafide.fuzz;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back.
 *
 * @param status 0 where the server hung up without an answer
 * @param headers names in lower case
 */
record Response(int status, Map<String, String> headers, String body) {
    static final Response NONE = new Response(0, Map.of(), "");

    /** Neither an answer nor an end. */
    static final Response SILENCE = new Response(599, Map.of(), "");

    private static final JsonMapper JSON = new JsonMapper();

    Response {
        headers = Map.copyOf(headers);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Empty where the body is none, missing where it only begins like one. */
    JsonNode json() {
        if (!body.startsWith("{") && !body.startsWith("[")) {
            return JSON.createObjectNode();
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }
}
