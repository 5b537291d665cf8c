package dev.bonafide.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A flow that was recorded from Kratos; they lie beside the project, or nowhere.
 *
 * @param name the file, from the folder of all, without its ending
 */
record Recorded(String name, JsonNode flow) {
    private static final Path FOLDER = Path.of("../shared/kratos/recorded-flows");
    private static final JsonMapper JSON = new JsonMapper();

    static boolean there() {
        return Files.isDirectory(FOLDER);
    }

    static List<Recorded> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Recorded::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Recorded named(String name) {
        return read(FOLDER.resolve(name + ".json"));
    }

    private static Recorded read(Path file) {
        try {
            String name = FOLDER.relativize(file).toString().replace(".json", "");
            return new Recorded(name, JSON.readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who offers something in it. */
    Set<String> groups() {
        Set<String> groups = new LinkedHashSet<>();
        nodes().forEach(node -> groups.add(node.path("group").asString("")));
        return groups;
    }

    Stream<JsonNode> nodes() {
        return flow.path("ui").path("nodes").valueStream();
    }
}
