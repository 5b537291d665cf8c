package dev.bonafide.http.request;

import dev.bonafide.http.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of a query string. */
final class Query {
    private final Map<String, List<String>> parameters = new HashMap<>();

    /**
     * @param raw as sent, without the question mark
     * @throws Problem 400 for what does not decode
     */
    Query(@Nullable String raw) {
        if (raw != null) {
            List.of(raw.split("&", -1)).forEach(this::add);
        }
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        String name = Text.percentDecoded(equals < 0 ? pair : pair.substring(0, equals), true);
        String value = equals < 0 ? "" : Text.percentDecoded(pair.substring(equals + 1), true);
        parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    /** Two parsers may pick different ones of a repeated parameter (CWE-235), so none is picked. */
    Optional<String> one(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw Problem.badRequest("The query parameter \"" + name + "\" is given twice.");
        }
        return values.stream().filter(value -> !value.isEmpty()).findFirst();
    }

    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
