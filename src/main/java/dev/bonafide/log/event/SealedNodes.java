package dev.bonafide.log.event;

import dev.bonafide.kernel.Sealed;
import dev.bonafide.log.Upcaster.Shape;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives every sealed object of a stored payload its place, before upcasters rename and move: the
 * place is part of the associated data under which it was sealed.
 */
final class SealedNodes {
    private static final Set<String> SEALED = Set.of("owner", "key", "box");

    private final String event;
    private final Shape shape;

    SealedNodes(String event, Shape shape) {
        this.event = event;
        this.shape = shape;
    }

    void place(JsonNode payload) {
        walk(payload, JsonPointer.empty());
    }

    /** The path of a field as {@link Sealed.Place} spells it: no slash in front. */
    static String field(JsonPointer path) {
        return path.toString().substring(1);
    }

    private void walk(JsonNode node, JsonPointer path) {
        switch (node) {
            case ObjectNode sealed when Set.copyOf(sealed.propertyNames()).equals(SEALED) ->
                    mark(sealed, field(path));
            case ObjectNode object ->
                    object.forEachEntry((name, child) -> walk(child, path.appendProperty(name)));
            case ArrayNode array -> walkAll(array, path);
            default -> {}
        }
    }

    private void walkAll(ArrayNode array, JsonPointer path) {
        for (int i = 0; i < array.size(); i++) {
            walk(array.get(i), path.appendIndex(i));
        }
    }

    private void mark(ObjectNode sealed, String field) {
        sealed.putObject("place")
                .put("event_id", event)
                .put("name", shape.name())
                .put("revision", shape.revision())
                .put("field", field);
    }
}
