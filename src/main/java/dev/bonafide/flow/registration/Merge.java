package dev.bonafide.flow.registration;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts one object over another, objects in them as well. */
final class Merge {
    private Merge() {}

    static ObjectNode over(ObjectNode below, ObjectNode above) {
        ObjectNode merged = below.deepCopy();
        for (Map.Entry<String, JsonNode> field : above.properties()) {
            JsonNode value = field.getValue();
            JsonNode covered = merged.get(field.getKey());
            merged.set(
                    field.getKey(),
                    value instanceof ObjectNode upper && covered instanceof ObjectNode lower
                            ? over(lower, upper)
                            : value.deepCopy());
        }
        return merged;
    }
}
