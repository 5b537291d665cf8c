package dev.bonafide.story;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The identity schema that a recorded form was made from, as far as its inputs tell. E-mail
 * addresses are what people log in with.
 */
final class RecordedSchema {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String EXTENSION =
            """
            {"credentials":{"password":{"identifier":true},"totp":{"account_name":true}}}\
            """;

    private RecordedSchema() {}

    static String of(Recorded recorded) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$id", "https://example.org/recorded.schema.json").put("type", "object");
        ObjectNode traits = schema.putObject("properties").putObject("traits");
        traits.put("type", "object");
        traits(recorded).forEach(node -> add(traits, node));
        return schema.toString();
    }

    /** The values that stand in the form. */
    static ObjectNode values(Recorded recorded) {
        ObjectNode values = JSON.createObjectNode();
        for (JsonNode node : traits(recorded)) {
            JsonNode value = node.path("attributes").path("value");
            if (!value.isMissingNode()) {
                values.set(path(node).getLast(), value);
            }
        }
        return values;
    }

    private static List<JsonNode> traits(Recorded recorded) {
        return recorded.nodes().filter(node -> name(node).startsWith("traits.")).toList();
    }

    private static void add(ObjectNode traits, JsonNode node) {
        ObjectNode holder = traits;
        List<String> path = path(node);
        for (String step : path.subList(0, path.size() - 1)) {
            holder = properties(holder).withObjectProperty(step);
            holder.put("type", "object");
        }
        field(properties(holder).putObject(path.getLast()), node);
        if (node.path("attributes").path("required").asBoolean(false)) {
            holder.withArrayProperty("required").add(path.getLast());
        }
    }

    private static void field(ObjectNode field, JsonNode node) {
        JsonNode attributes = node.path("attributes");
        String kind = attributes.path("type").asString("");
        field.put("type", kind.equals("checkbox") ? "boolean" : "string");
        field.set("title", node.path("meta").path("label").path("context").path("title"));
        if (kind.equals("email")) {
            field.put("format", "email").set("ory.sh/kratos", JSON.readTree(EXTENSION));
        }
        if (attributes.has("options")) {
            var values = field.putArray("enum");
            attributes.path("options").forEach(option -> values.add(option.path("value")));
        }
    }

    private static ObjectNode properties(ObjectNode holder) {
        return holder.withObjectProperty("properties");
    }

    private static List<String> path(JsonNode node) {
        return List.of(name(node).substring("traits.".length()).split("\\.", -1));
    }

    private static String name(JsonNode node) {
        return node.path("attributes").path("name").asString("");
    }
}
