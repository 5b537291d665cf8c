package dev.bonafide.fuzz;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What no answer may be, whatever was asked. */
final class Shape {
    /** Of a stack, or of whoever wrote the code (CWE-209). */
    private static final List<String> INTERNAL =
            List.of(
                    "Exception",
                    "\\tat ",
                    "java.",
                    "dev.bonafide",
                    "springframework",
                    "axon",
                    "jackson",
                    "reactor.",
                    "netty",
                    "Cannot invoke",
                    "deserialize");

    private static final List<String> KEYS = List.of("code", "status", "message", "request");

    private Shape() {}

    /** What is wrong with the answer, if anything is. */
    static Optional<String> wrong(Response response) {
        if (response.status() == 0) {
            return Optional.empty();
        }
        if (response.status() >= 500) {
            return Optional.of("a server error");
        }
        if (response.status() == 429) {
            return Optional.of("overload: the run is too large for what answers it");
        }
        if (response.header("x-request-id").isEmpty()) {
            return Optional.of("no request id");
        }
        return response.status() >= 400 ? wrongRefusal(response) : Optional.empty();
    }

    /** Contract clauses 0.2 and 0.4: an error, or the form in which it is told. */
    private static Optional<String> wrongRefusal(Response response) {
        if (INTERNAL.stream().anyMatch(response.body()::contains)) {
            return Optional.of("tells of its inside");
        }
        if (response.header("content-type").startsWith("text/html")) {
            return Optional.empty();
        }
        JsonNode json = response.json();
        if (json.has("ui")) {
            return response.status() == 400 && !json.has("error")
                    ? Optional.empty()
                    : Optional.of("a form with another status than 400");
        }
        JsonNode error = json.path("error");
        for (String key : KEYS) {
            if (error.path(key).asString("").isEmpty()) {
                return Optional.of("an error without " + key);
            }
        }
        return error.path("code").asInt(0) == response.status()
                ? Optional.empty()
                : Optional.of("an error with another code than its status");
    }
}
