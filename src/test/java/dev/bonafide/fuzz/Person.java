package dev.bonafide.fuzz;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who sends requests, with what earlier answers gave them: flows, tokens, secrets, ids.
 * One thread's own.
 */
final class Person {
    static final String PASSWORD = "correct horse battery staple";
    private static final int MOST = 8;
    private static final Pattern PAGE = Pattern.compile("page_token=([^&>]+)");

    private final Map<String, Deque<String>> held = new HashMap<>();

    /** Keeps the newest of a kind. */
    void add(String kind, String value) {
        if (!value.isEmpty()) {
            Deque<String> values = held.computeIfAbsent(kind, key -> new ArrayDeque<>());
            values.addFirst(value);
            if (values.size() > MOST) {
                values.removeLast();
            }
        }
    }

    /** Mostly the newest of a kind; where there is none, an id that nobody has. */
    String any(String kind, Draw draw) {
        Deque<String> values = held.get(kind);
        if (values == null || values.isEmpty()) {
            return draw.uuid();
        }
        return draw.oneIn(4) ? draw.of(List.copyOf(values)) : values.getFirst();
    }

    /** The newest of a kind; "" where somebody else's request took it away meanwhile. */
    String newest(String kind) {
        Deque<String> values = held.getOrDefault(kind, new ArrayDeque<>());
        return values.isEmpty() ? "" : values.getFirst();
    }

    void forget(String kind) {
        held.remove(kind);
    }

    boolean has(String kind) {
        return !held.getOrDefault(kind, new ArrayDeque<>()).isEmpty();
    }

    /** Takes what the answer gives; {@code path} is the route's. */
    void learn(String path, Response response) {
        Matcher page = PAGE.matcher(response.header("link"));
        if (page.find()) {
            add("page", page.group(1));
        }
        JsonNode json = response.json();
        if (json.has("ui")) {
            add(flowKind(path), json.path("id").asString(""));
            secrets(json);
        }
        if (response.status() < 300) {
            gained(path, json);
        }
    }

    private void gained(String path, JsonNode json) {
        add("token", json.path("session_token").asString(""));
        add("session", json.path("session").path("id").asString(""));
        add("identity", json.path("session").path("identity").path("id").asString(""));
        add("identity", json.path("identity").path("id").asString(""));
        String listed = path.contains("sessions") ? "session" : "identity";
        if (path.startsWith("/admin") || path.startsWith("/sessions")) {
            JsonNode first = json.isArray() ? json.path(0) : json;
            add(listed, first.path("id").asString(""));
            add("external", first.path("external_id").asString(""));
        }
        json.path("events").valueStream().limit(3).forEach(this::told);
    }

    private void told(JsonNode event) {
        add("position", event.path("position").asString(""));
    }

    private void secrets(JsonNode flow) {
        for (JsonNode node : flow.path("ui").path("nodes")) {
            JsonNode context = node.path("attributes").path("text").path("context");
            add("secret", context.path("secret").asString(""));
            context.path("secrets")
                    .forEach(code -> add("code", code.path("context").path("secret").asString("")));
        }
    }

    static String flowKind(String path) {
        return path.matches("/(self-service|ui)/.*") ? path.split("/", -1)[2] : "flow";
    }
}
