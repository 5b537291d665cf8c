package dev.bonafide.identity.schema;

import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Walks every object of a schema, whatever keyword it stands under. */
final class Subschemas {
    private Subschemas() {}

    /** Takes the JSON pointer of an object and the object. */
    static void each(JsonNode node, String place, BiConsumer<String, ObjectNode> visitor) {
        if (node instanceof ObjectNode object) {
            visitor.accept(place, object);
            object.propertyStream()
                    .toList()
                    .forEach(e -> each(e.getValue(), place + '/' + escaped(e.getKey()), visitor));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            each(node.get(i), place + '/' + i, visitor);
        }
    }

    /** Takes the objects that carry the extension keyword. */
    static void marked(JsonNode root, MarkVisitor visitor) {
        each(
                root,
                "#",
                (place, schema) -> {
                    JsonNode marks = schema.get(MarkKeyword.NAME);
                    if (marks != null) {
                        visitor.accept(place, schema, marks);
                    }
                });
    }

    /** RFC 6901 section 3. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    interface MarkVisitor {
        void accept(String place, ObjectNode schema, JsonNode marks);
    }
}
