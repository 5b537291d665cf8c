package dev.bonafide.http.server;

import dev.bonafide.http.Json;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** An answer as it came over the wire. */
record Answer(int status, List<String> lines, String body) {
    static Answer of(String head, String body) {
        List<String> lines = List.of(head.strip().split("\r\n", -1));
        return new Answer(Integer.parseInt(lines.getFirst().split(" ", -1)[1]), lines, body);
    }

    /** Values of a header, in order. */
    List<String> headers(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return lines.stream()
                .skip(1)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .toList();
    }

    /** The one value of a header, or "(none)". */
    String header(String name) {
        List<String> values = headers(name);
        return switch (values.size()) {
            case 0 -> "(none)";
            case 1 -> values.getFirst();
            default -> throw new AssertionError(name + " is sent " + values.size() + " times");
        };
    }

    int length() {
        return Stream.of(header("Content-Length"))
                .filter(text -> !text.equals("(none)"))
                .mapToInt(Integer::parseInt)
                .sum();
    }

    JsonNode json() {
        return Json.mapper().readTree(body);
    }

    /** A string of the error object, "" if absent. */
    String error(String key) {
        return json().path("error").path(key).asString("");
    }
}
