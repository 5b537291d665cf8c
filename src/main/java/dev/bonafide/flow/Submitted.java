package dev.bonafide.flow;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads parts of a submission. */
public final class Submitted {
    private Submitted() {}

    /**
     * The {@code traits}; an empty object where there are none, so that each missing one is told.
     * What was left empty is missing (contract clause 0.1): forms send a text for each field.
     */
    public static ObjectNode traits(ObjectNode fields) {
        JsonNode traits = fields.get("traits");
        return traits instanceof ObjectNode object
                ? filled(object)
                : JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode filled(ObjectNode object) {
        ObjectNode filled = object.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            if (!value.isString() || !value.stringValue().isEmpty()) {
                filled.set(
                        field.getKey(),
                        value instanceof ObjectNode deeper ? filled(deeper) : value.deepCopy());
            }
        }
        return filled;
    }

    public static String text(ObjectNode fields, String name) {
        return fields.path(name).asString("");
    }
}
