package dev.bonafide.http.server;

import dev.bonafide.http.Problem;
import dev.bonafide.http.Route;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The routes of one listener. Paths without variables are found by one look-up whatever their
 * number, so there is no hot route to put first; they come before paths with variables.
 *
 * <p>Paths are compared as they were sent: {@code /sessions/who%61mi} is not found. Every spelling
 * more of an address is one more that a rule of a proxy in front may not know.
 */
final class RouteTable {
    private final Map<String, List<Route>> literal = new HashMap<>();
    private final List<Template> templates = new ArrayList<>();

    /**
     * @throws IllegalArgumentException if two routes answer the same requests
     */
    RouteTable(Collection<Route> routes) {
        Set<String> seen = new HashSet<>();
        routes.forEach(route -> add(route, seen));
        templates.sort(Template.MOST_LITERAL_FIRST);
    }

    private void add(Route route, Set<String> seen) {
        Template template = Template.of(route);
        if (!seen.add(route.method() + " " + template.shape())) {
            throw new IllegalArgumentException(
                    "two routes for " + route.method() + " " + route.path());
        }
        if (template.isLiteral()) {
            literal.computeIfAbsent(route.path(), path -> new ArrayList<>()).add(route);
        } else {
            templates.add(template);
        }
    }

    /**
     * The route for a request. A HEAD is served by the GET of the path.
     *
     * @param path as sent, percent-encoded
     * @throws Problem 404 if the path is unknown, 405 with {@code Allow} if only the method is
     */
    Found find(String method, String path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        for (Route route : literal.getOrDefault(path, List.of())) {
            if (route.method().equals(wanted)) {
                return new Found(route, Map.of());
            }
        }
        List<String> segments = Template.segments(path);
        return templates.stream()
                .filter(template -> template.route().method().equals(wanted))
                .filter(template -> template.matches(segments))
                .findFirst()
                .map(template -> new Found(template.route(), template.variables(segments)))
                .orElseThrow(() -> unknown(path, segments));
    }

    private Problem unknown(String path, List<String> segments) {
        Set<String> methods =
                Stream.concat(
                                literal.getOrDefault(path, List.of()).stream(),
                                templates.stream()
                                        .filter(template -> template.matches(segments))
                                        .map(Template::route))
                        .flatMap(route -> methods(route.method()))
                        .collect(Collectors.toCollection(TreeSet::new));
        return methods.isEmpty()
                ? Problem.of(404, "")
                : Problem.of(405, "").header("Allow", String.join(", ", methods));
    }

    private static Stream<String> methods(String method) {
        return method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method);
    }

    /** A route and the values of its variables, still percent-encoded. */
    record Found(Route route, Map<String, String> variables) {}
}
