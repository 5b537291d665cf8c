package dev.bonafide.identity.schema;

import com.networknt.schema.Error;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The validator's errors as messages with Kratos' numbers and context keys. */
final class Problems {
    /** One bad list of a hundred thousand items is one answer, not a hundred thousand. */
    static final int MAX = 50;

    private static final int QUOTED_MAX = 320;

    private Problems() {}

    static List<TraitProblem> of(List<Error> errors) {
        return errors.stream().limit(MAX).map(Problems::problem).distinct().toList();
    }

    private static TraitProblem problem(Error error) {
        return switch (error.getKeyword()) {
            case "required" -> missing(error);
            case "type" -> type(error);
            case "format" -> format(error);
            case "pattern" -> pattern(error);
            case "minLength", "maxLength" -> length(error);
            case "minItems", "maxItems" -> items(error);
            case "uniqueItems" -> unique(error);
            case "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum" -> bound(error);
            case "multipleOf" -> multiple(error);
            case "const" -> constant(error);
            default -> generic(error, error.getMessage());
        };
    }

    private static TraitProblem missing(Error error) {
        String name = error.getProperty();
        return new TraitProblem(
                        pointer(error) + "/" + Subschemas.escaped(name),
                        4000002,
                        "Property " + name + " is missing.",
                        Map.of())
                .with("property", name);
    }

    private static TraitProblem type(Error error) {
        JsonNode types = error.getSchemaNode();
        List<String> allowed =
                (types.isArray() ? types.valueStream() : Stream.of(types))
                        .map(JsonNode::asString)
                        .toList();
        String actual = typeOf(error.getInstanceNode());
        return new TraitProblem(
                        pointer(error),
                        4000026,
                        "expected " + String.join(" or ", allowed) + ", but got " + actual,
                        Map.of())
                .with("allowed_types", allowed)
                .with("actual_type", actual);
    }

    private static TraitProblem format(Error error) {
        String value = quoted(error.getInstanceNode());
        String format = error.getSchemaNode().asString();
        return switch (format) {
            case Formats.EMAIL -> typed(error, 4000040, "Enter a valid email address", value);
            case Formats.TELEPHONE -> typed(error, 4000041, "Enter a valid phone number", value);
            default -> generic(error, "\"%s\" is not valid \"%s\"".formatted(value, format));
        };
    }

    private static TraitProblem typed(Error error, int id, String text, String value) {
        return new TraitProblem(pointer(error), id, text, Map.of("value", value));
    }

    private static TraitProblem pattern(Error error) {
        String pattern = error.getSchemaNode().asString();
        return new TraitProblem(
                pointer(error),
                4000004,
                "does not match pattern \"" + pattern + "\"",
                Map.of("pattern", pattern));
    }

    private static TraitProblem length(Error error) {
        boolean least = error.getKeyword().equals("minLength");
        String value = error.getInstanceNode().asString();
        int actual = value.codePointCount(0, value.length());
        int limit = error.getSchemaNode().asInt();
        return new TraitProblem(
                        pointer(error),
                        least ? 4000003 : 4000017,
                        "length must be %s %d, but got %d"
                                .formatted(least ? ">=" : "<=", limit, actual),
                        Map.of())
                .with(least ? "min_length" : "max_length", limit)
                .with("actual_length", actual);
    }

    private static TraitProblem items(Error error) {
        boolean least = error.getKeyword().equals("minItems");
        int actual = error.getInstanceNode().size();
        int limit = error.getSchemaNode().asInt();
        return new TraitProblem(
                        pointer(error),
                        least ? 4000024 : 4000023,
                        "%s %d items allowed, but found %d items"
                                .formatted(least ? "minimum" : "maximum", limit, actual),
                        Map.of())
                .with(least ? "min_items" : "max_items", limit)
                .with("actual_items", actual);
    }

    private static TraitProblem unique(Error error) {
        Map<JsonNode, Integer> seen = new HashMap<>();
        int first = 0;
        int second = 0;
        for (int i = 0; second == 0 && i < error.getInstanceNode().size(); i++) {
            Integer before = seen.putIfAbsent(error.getInstanceNode().get(i), i);
            first = before == null ? first : before;
            second = before == null ? second : i;
        }
        return new TraitProblem(
                        pointer(error),
                        4000025,
                        "items at index %d and %d are equal".formatted(first, second),
                        Map.of())
                .with("index_a", first)
                .with("index_b", second);
    }

    private static TraitProblem bound(Error error) {
        Bound bound = Bound.of(error.getKeyword());
        Number limit = error.getSchemaNode().numberValue();
        Number actual = error.getInstanceNode().numberValue();
        return new TraitProblem(
                        pointer(error),
                        bound.id(),
                        "must be %s %s but found %s".formatted(bound.sign(), limit, actual),
                        Map.of())
                .with(bound.key(), limit)
                .with("actual", actual);
    }

    private static TraitProblem multiple(Error error) {
        Number base = error.getSchemaNode().numberValue();
        Number actual = error.getInstanceNode().numberValue();
        return new TraitProblem(
                        pointer(error), 4000022, actual + " not multipleOf " + base, Map.of())
                .with("base", base)
                .with("actual", actual);
    }

    private static TraitProblem constant(Error error) {
        JsonNode expected = error.getSchemaNode();
        return new TraitProblem(
                pointer(error),
                4000029,
                "must be equal to constant " + expected,
                Map.of("expected", expected));
    }

    private static TraitProblem generic(Error error, String message) {
        String reason = cut(message);
        return new TraitProblem(pointer(error), 4000001, reason, Map.of("reason", reason));
    }

    private static String pointer(Error error) {
        return "#" + error.getInstanceLocation();
    }

    private static String quoted(JsonNode value) {
        return cut(value.asString());
    }

    /** What somebody sent comes back in answers: enough to recognise it, not all of it. */
    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= QUOTED_MAX
                ? text
                : text.codePoints()
                        .limit(QUOTED_MAX)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining("", "", "…"));
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> "object";
            case ARRAY -> "array";
            case STRING, BINARY -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case NULL, MISSING -> "null";
        };
    }

    private record Bound(int id, String key, String sign) {
        static Bound of(String keyword) {
            return switch (keyword) {
                case "minimum" -> new Bound(4000018, "minimum", ">=");
                case "exclusiveMinimum" -> new Bound(4000019, "minimum", ">");
                case "maximum" -> new Bound(4000020, "maximum", "<=");
                default -> new Bound(4000021, "maximum", "<");
            };
        }
    }
}
