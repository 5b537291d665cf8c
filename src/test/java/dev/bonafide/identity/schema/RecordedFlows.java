package dev.bonafide.identity.schema;

import static dev.bonafide.identity.schema.SchemaFixture.JSON;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Genuine responses, where they lie beside the project. */
final class RecordedFlows {
    private static final Path FOLDER = Path.of("../shared/kratos/recorded-flows");

    private RecordedFlows() {}

    /** Whether they are there; says so where they are not, since a check is then left out. */
    static boolean present() {
        boolean present = Files.isDirectory(FOLDER);
        if (!present) {
            System.out.println("LEFT OUT: trait nodes against recorded flows; none at " + FOLDER);
        }
        return present;
    }

    /** Name, type, required, autocomplete, title and options of each node of a trait. */
    static List<String> traitNodes(String file) {
        List<String> nodes = new ArrayList<>();
        for (JsonNode node : JSON.readTree(FOLDER.resolve(file)).path("ui").path("nodes")) {
            JsonNode attributes = node.path("attributes");
            if (attributes.path("name").asString().startsWith("traits.")) {
                nodes.add(node(attributes, node.path("meta").path("label").path("text")));
            }
        }
        return nodes;
    }

    private static String node(JsonNode attributes, JsonNode title) {
        List<JsonNode> options =
                attributes.path("options").valueStream().map(o -> o.path("value")).toList();
        return String.join(
                " ",
                attributes.path("name").asString(),
                attributes.path("type").asString(),
                Boolean.toString(attributes.path("required").asBoolean(false)),
                attributes.path("autocomplete").asString("null"),
                title.asString("null"),
                JSON.writeValueAsString(options));
    }
}
