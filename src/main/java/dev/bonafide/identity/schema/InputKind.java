package dev.bonafide.identity.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What kind of HTML input a schema asks for.
 *
 * @param type of the input
 * @param autocomplete or null
 */
record InputKind(String type, @Nullable String autocomplete) {
    private static final int OPTIONS_MAX = 500;
    private static final Set<String> COMPOSED = Set.of("object", "array");

    /** Empty for what no input can hold. */
    static Optional<InputKind> of(JsonNode schema) {
        return plain(schema).map(type -> byFormat(schema.path("format").asString(""), type));
    }

    TraitField field(List<String> path, boolean required, JsonNode schema) {
        return new TraitField(
                path,
                type,
                text(schema, "title"),
                required,
                autocomplete,
                text(schema, "pattern"),
                schema.path("maxLength").isInt() ? schema.path("maxLength").asInt() : null,
                schema.path("enum").valueStream().limit(OPTIONS_MAX).toList());
    }

    private static InputKind byFormat(String format, String type) {
        return switch (format) {
            case Formats.EMAIL -> new InputKind("email", "email");
            case Formats.TELEPHONE -> new InputKind("tel", "tel");
            case "uri" -> new InputKind("url", "url");
            case "date" -> new InputKind("date", null);
            case "date-time" -> new InputKind("datetime-local", null);
            default -> new InputKind(type, null);
        };
    }

    /**
     * By type, or that of a constant; several types or none make no input, unless there is a
     * default to show.
     */
    private static Optional<String> plain(JsonNode schema) {
        if (schema.has("const")) {
            return byType(typeOf(schema.path("const")), schema);
        }
        JsonNode type = schema.path("type");
        if (type.isString()) {
            return byType(type.asString(), schema);
        }
        return schema.has("default") ? Optional.of("text") : Optional.empty();
    }

    private static Optional<String> byType(String type, JsonNode schema) {
        return switch (type) {
            case "number", "integer" -> Optional.of("number");
            case "boolean" -> Optional.of("checkbox");
            case "string" -> Optional.of("text");
            case "array" -> listed(schema) ? Optional.of("text") : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A list is one input unless it is known to hold objects or lists. */
    private static boolean listed(JsonNode schema) {
        JsonNode items = schema.path("items");
        Stream<JsonNode> each = items.isArray() ? items.valueStream() : Stream.of(items);
        Set<String> types =
                each.map(item -> item.path("type"))
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString)
                        .collect(Collectors.toSet());
        return types.size() != 1 || !COMPOSED.containsAll(types);
    }

    private static String typeOf(JsonNode value) {
        if (value.isNumber()) {
            return "number";
        }
        if (value.isBoolean()) {
            return "boolean";
        }
        return value.isString() ? "string" : "object";
    }

    private static @Nullable String text(JsonNode schema, String name) {
        String text = schema.path(name).asString("");
        return text.isEmpty() ? null : text;
    }
}
