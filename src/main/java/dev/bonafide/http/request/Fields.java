package dev.bonafide.http.request;

import dev.bonafide.http.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a form as an object: {@code traits.email=a} is {@code {"traits":{"email":"a"}}}.
 */
final class Fields {
    private static final int MOST = 1000;
    private static final int NAME_MOST = 1024;
    private static final int DEPTH_MOST = 16;

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final Map<String, String> values = new HashMap<>();

    ObjectNode object() {
        return root;
    }

    void add(String name, String value) {
        String before = values.putIfAbsent(name, value);
        if (before != null) {
            same(before, value);
            return;
        }
        if (values.size() > MOST || name.length() > NAME_MOST) {
            throw Problem.badRequest("The form has too many fields, or too long a name.");
        }
        put(List.of(name.split("\\.", -1)), Text.wellFormed(value));
    }

    /**
     * Pages that others wrote put a trait twice into a form; which of two values counts is nobody's
     * to guess.
     */
    private static void same(String before, String value) {
        if (!before.equals(value)) {
            throw Problem.badRequest("A form field is given twice, with different values.");
        }
    }

    private void put(List<String> path, String value) {
        if (path.size() > DEPTH_MOST || path.contains("")) {
            throw Problem.badRequest("A form field has a malformed name.");
        }
        ObjectNode parent = root;
        for (String step : path.subList(0, path.size() - 1)) {
            parent = child(parent, step);
        }
        if (parent.has(path.getLast())) {
            throw contradiction();
        }
        parent.put(path.getLast(), value);
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        JsonNode present = parent.get(Text.wellFormed(name));
        if (present == null) {
            return parent.putObject(name);
        }
        if (present instanceof ObjectNode object) {
            return object;
        }
        throw contradiction();
    }

    private static Problem contradiction() {
        return Problem.badRequest("A form field is both a value and an object.");
    }
}
