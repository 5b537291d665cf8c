package dev.bonafide.http.server;

import dev.bonafide.http.Route;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The path of a route, cut at its slashes. */
record Template(Route route, List<String> segments) {
    /** At the first segment where two differ in kind, the literal one goes first. */
    static final Comparator<Template> MOST_LITERAL_FIRST = Comparator.comparing(Template::kinds);

    /** A variable never takes these: not as they are, not encoded. */
    private static final Set<String> DOTS = Set.of("", ".", "..", "%2e", "%2e%2e", ".%2e", "%2e.");

    private static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    static Template of(Route route) {
        if (!METHODS.contains(route.method()) || !route.path().startsWith("/")) {
            throw new IllegalArgumentException("no route: " + route.method() + " " + route.path());
        }
        return new Template(route, segments(route.path()));
    }

    static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    boolean isLiteral() {
        return segments.stream().noneMatch(Template::isVariable);
    }

    /** What decides which requests match: the names of variables have no part in it. */
    String shape() {
        return segments.stream()
                .map(segment -> isVariable(segment) ? "{}" : segment)
                .collect(Collectors.joining("/"));
    }

    boolean matches(List<String> path) {
        if (path.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!matches(segments.get(i), path.get(i))) {
                return false;
            }
        }
        return true;
    }

    Map<String, String> variables(List<String> path) {
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String segment = segments.get(i);
            if (isVariable(segment)) {
                variables.put(segment.substring(1, segment.length() - 1), path.get(i));
            }
        }
        return variables;
    }

    private static boolean matches(String segment, String sent) {
        return isVariable(segment)
                ? !DOTS.contains(sent.replace("%2E", "%2e"))
                : segment.equals(sent);
    }

    private String kinds() {
        return segments.stream()
                .map(segment -> isVariable(segment) ? "1" : "0")
                .collect(Collectors.joining());
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }
}
