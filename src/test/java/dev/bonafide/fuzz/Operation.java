package dev.bonafide.fuzz;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is known of an address.
 *
 * @param path with {@code {variables}}
 * @param query names of query parameters
 * @param body schema of what is sent; null for nothing
 */
record Operation(String method, String path, List<String> query, @Nullable JsonNode body) {
    Operation {
        query = List.copyOf(query);
    }

    static Operation own(String method, String path, String... query) {
        return new Operation(method, path, List.of(query), null);
    }

    String name() {
        return method + " " + path;
    }

    boolean readsBody() {
        return body != null || Templates.of(name()).size() > 0;
    }
}
