package dev.bonafide.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kratos' API description, where it lies beside the project. */
final class ApiFile {
    private static final Path FILE = Path.of("../shared/kratos/api.json");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonNode json;
    private final List<Operation> operations = new ArrayList<>();

    private ApiFile(JsonNode json) {
        this.json = json;
        json.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().properties().stream()
                                .filter(each -> METHODS.contains(each.getKey()))
                                .forEach(each ->
                                        operations.add(
                                                operation(
                                                        path.getKey(),
                                                        each.getKey(),
                                                        each.getValue()))));
    }

    static boolean there() {
        return Files.isRegularFile(FILE);
    }

    /** An empty one where the file is not there. */
    static ApiFile load() {
        try {
            String text = there() ? Files.readString(FILE) : "{}";
            return new ApiFile(new JsonMapper().readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(each -> each.method().equals(method) && each.path().equals(path))
                .findFirst();
    }

    /** The schema itself, or the one that it refers to. */
    JsonNode resolved(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isMissingNode()
                ? schema
                : resolved(json.at(reference.asString("").substring(1)));
    }

    private static Operation operation(String path, String method, JsonNode operation) {
        List<String> query =
                operation
                        .path("parameters")
                        .valueStream()
                        .filter(each -> each.path("in").asString("").equals("query"))
                        .map(each -> each.path("name").asString(""))
                        .toList();
        return new Operation(
                method.toUpperCase(java.util.Locale.ROOT), path, query, body(operation));
    }

    private static @Nullable JsonNode body(JsonNode operation) {
        JsonNode content = operation.path("requestBody").path("content");
        return content.isEmpty() ? null : content.iterator().next().path("schema");
    }
}
