package dev.bonafide.method;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Nodes as contract clause 0.5 writes them, for comparison with what Kratos was seen to answer. */
public final class NodeJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Path RECORDED = Path.of("../shared/kratos/recorded-flows");

    /** What is in our own words, or random: everything else must be equal. */
    private static final Set<String> FREE = Set.of("src", "secret");

    private NodeJson() {}

    public static JsonNode of(List<Node> nodes) {
        ArrayNode json = JSON.createArrayNode();
        nodes.forEach(node -> json.add(of(node)));
        // read again, so that numbers are of the types that a reader sees
        return parse(json.toString());
    }

    public static JsonNode parse(String json) {
        return JSON.readTree(json);
    }

    /** The nodes of one group in a recorded flow; empty where the recordings are not at hand. */
    public static Optional<JsonNode> recorded(String file, String group) throws IOException {
        Path path = RECORDED.resolve(file);
        if (!Files.exists(path)) {
            System.out.println("LEFT OUT, since it is not at hand: the recorded flow " + file);
            return Optional.empty();
        }
        JsonNode flow = JSON.readTree(Files.readString(path));
        ArrayNode own = JSON.createArrayNode();
        flow.path("ui").path("nodes").forEach(node -> addIf(own, node, group));
        return Optional.of(own);
    }

    /** The same without what may differ: texts and secrets. */
    public static JsonNode shape(JsonNode json) {
        JsonNode copy = json.deepCopy();
        strip(copy);
        return copy;
    }

    private static void addIf(ArrayNode own, JsonNode node, String group) {
        if (node.path("group").asString().equals(group)) {
            own.add(node);
        }
    }

    private static void strip(JsonNode json) {
        if (json instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                if (FREE.contains(name) || (name.equals("text") && value.isString())) {
                    object.put(name, "…");
                } else {
                    strip(value);
                }
            }
        }
        if (json instanceof ArrayNode array) {
            array.forEach(NodeJson::strip);
        }
    }

    private static JsonNode of(Node node) {
        ObjectNode json = JSON.createObjectNode();
        json.put("type", node.type()).put("group", node.group());
        json.set("attributes", value(node.attributes()));
        json.set("messages", value(node.messages()));
        Message label = node.label();
        ObjectNode meta = json.putObject("meta");
        if (label != null) {
            meta.set("label", value(label));
        }
        return json;
    }

    private static JsonNode value(@Nullable Object value) {
        return switch (value) {
            case Message message -> message(message);
            case Map<?, ?> map -> {
                ObjectNode json = JSON.createObjectNode();
                map.forEach((key, inner) -> json.set(String.valueOf(key), value(inner)));
                yield json;
            }
            case List<?> list -> {
                List<JsonNode> values = new ArrayList<>();
                list.forEach(inner -> values.add(value(inner)));
                yield JSON.createArrayNode().addAll(values);
            }
            case null, default -> JSON.valueToTree(value);
        };
    }

    private static JsonNode message(Message message) {
        ObjectNode json = JSON.createObjectNode().put("id", message.id());
        json.put("text", message.text());
        json.put("type", message.type().name().toLowerCase(Locale.ROOT));
        if (!message.context().isEmpty()) {
            json.set("context", value(message.context()));
        }
        return json;
    }
}
