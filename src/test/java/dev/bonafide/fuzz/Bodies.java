package dev.bonafide.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies: good ones, those that the API description allows, and what becomes of either. */
final class Bodies {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PLACE = "\"~~~\"";
    private static final int DEEPEST = 4;

    /** Behind these lie slow hashes. */
    private static final Set<String> SLOW = Set.of("password", "lookup_secret");

    private final Draw draw;
    private final Words words;
    private final ApiFile api;

    Bodies(Draw draw, Words words, ApiFile api) {
        this.draw = draw;
        this.words = words;
        this.api = api;
    }

    /** JSON, mostly. */
    String text(Operation operation, Person person) {
        String good = good(operation, person);
        return switch (draw.below(8)) {
            case 0, 1, 2 -> good;
            case 3 -> broken(good);
            default -> wrong(good);
        };
    }

    private String good(Operation operation, Person person) {
        List<String> templates = Templates.of(operation.name());
        JsonNode schema = operation.body();
        if (schema == null || (!templates.isEmpty() && !draw.oneIn(3))) {
            return templates.isEmpty() ? "{}" : words.filled(draw.of(templates), person);
        }
        return allowed(schema, person, 0).toString();
    }

    /** A value that the schema allows, as far as types go. */
    private JsonNode allowed(JsonNode reference, Person person, int depth) {
        JsonNode schema = api.resolved(reference);
        if (schema.has("oneOf")) {
            return allowed(draw.of(list(schema.path("oneOf"))), person, depth);
        }
        if (schema.has("enum")) {
            return draw.of(list(schema.path("enum")));
        }
        return switch (schema.path("type").asString("object")) {
            case "string" -> JSON.valueToTree(word(person));
            case "boolean" -> JSON.valueToTree(draw.oneIn(2));
            case "integer", "number" -> JSON.valueToTree(draw.below(100));
            case "array" ->
                    JSON.createArrayNode().add(allowed(schema.path("items"), person, depth));
            default -> object(schema, person, depth + 1);
        };
    }

    private ObjectNode object(JsonNode schema, Person person, int depth) {
        ObjectNode object = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (depth < DEEPEST && !draw.oneIn(3)) {
                object.set(property.getKey(), named(property, person, depth));
            }
        }
        return object;
    }

    private JsonNode named(Map.Entry<String, JsonNode> property, Person person, int depth) {
        return switch (property.getKey()) {
            case "traits" -> JSON.createObjectNode().put("email", words.word("fresh", person));
            case "schema_id" -> JSON.valueToTree("default");
            case "identifier" -> JSON.valueToTree(words.word("email", person));
            case "password" -> password(property.getValue(), person, depth);
            case "lookup_secret_confirm" -> JSON.valueToTree(draw.oneIn(Words.RIGHT));
            case "totp_code" -> JSON.valueToTree(words.word("totp", person));
            case "method" ->
                    JSON.valueToTree(
                            draw.of(List.of("password", "totp", "lookup_secret", "profile")));
            default -> allowed(property.getValue(), person, depth);
        };
    }

    private JsonNode password(JsonNode reference, Person person, int depth) {
        return api.resolved(reference).path("type").asString("").equals("string")
                ? JSON.valueToTree(words.word("password", person))
                : allowed(reference, person, depth);
    }

    private String word(Person person) {
        return draw.oneIn(2)
                ? words.word(draw.of(List.of("email", "session", "identity", "token")), person)
                : Nasty.text(draw);
    }

    /** Some value in it becomes another, or comes twice. */
    private String wrong(String good) {
        JsonNode json = JSON.readTree(good);
        List<Runnable> places = new ArrayList<>();
        collect(json, places);
        if (places.isEmpty()) {
            return Nasty.value(draw);
        }
        draw.of(places).run();
        String text = json.toString();
        String value = Nasty.value(draw);
        return draw.oneIn(6)
                ? text.replace(PLACE, value + ",\"method\":\"totp\",\"method\":1")
                : text.replace(PLACE, value);
    }

    private void collect(JsonNode json, List<Runnable> places) {
        if (json instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (!SLOW.contains(field.getKey()) || draw.oneIn(10)) {
                    places.add(() -> object.put(field.getKey(), "~~~"));
                }
                collect(field.getValue(), places);
            }
        }
        if (json instanceof ArrayNode array && !array.isEmpty()) {
            places.add(() -> array.set(0, "~~~"));
            array.forEach(element -> collect(element, places));
        }
    }

    /** No JSON any more, perhaps. */
    private String broken(String good) {
        int at = draw.below(good.length() + 1);
        return switch (draw.below(5)) {
            case 0 -> good.substring(0, at);
            case 1 -> good + good;
            case 2 -> good.substring(0, at) + Nasty.text(draw) + good.substring(at);
            case 3 -> "";
            default -> Nasty.value(draw);
        };
    }

    /** In bytes: sometimes such that are no text. */
    byte[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 2 && draw.oneIn(40)) {
            bytes[draw.below(bytes.length)] = (byte) draw.below(256);
        }
        return bytes;
    }

    private static List<JsonNode> list(JsonNode array) {
        return array.valueStream().toList();
    }
}
