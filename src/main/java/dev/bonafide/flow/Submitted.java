package dev.bonafide.flow;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads parts of a submission. */
public final class Submitted {
    private Submitted() {}

    /**
     * The {@code traits}; an empty object where there are none, so that each missing one is told.
     */
    public static ObjectNode traits(ObjectNode fields) {
        JsonNode traits = fields.get("traits");
        return traits instanceof ObjectNode object
                ? object.deepCopy()
                : JsonNodeFactory.instance.objectNode();
    }

    public static String text(ObjectNode fields, String name) {
        return fields.path(name).asString("");
    }
}
