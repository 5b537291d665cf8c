package dev.bonafide.story;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the server answered. {@code json} is an empty object where there is no body. */
record Answer(int status, HttpHeaders headers, String body) {
    private static final JsonMapper JSON = new JsonMapper();

    JsonNode json() {
        return body.isEmpty() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
    }

    /** Text at a path of names, {@code a.b.0.c}; "" if there is none. */
    String at(String path) {
        JsonNode node = json();
        for (String name : path.split("\\.", -1)) {
            node = name.matches("[0-9]+") ? node.path(Integer.parseInt(name)) : node.path(name);
        }
        return node.isValueNode() && !node.isNull() ? node.asString() : "";
    }

    /** Whether a message with this number stands anywhere in the form. */
    boolean says(int id) {
        return body.contains("\"id\":" + id + ",") || body.contains("\"id\":" + id + "}");
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
