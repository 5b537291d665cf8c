package dev.bonafide.http;

import dev.bonafide.http.Route.Immediate;
import dev.bonafide.http.Route.Listener;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code /health/alive}, {@code /health/ready} and {@code /version}, on both listeners. */
public final class HealthRoutes implements Routes {
    private static final Reply OK = Reply.json(200, Map.of("status", "ok"));

    private final List<ReadinessCheck> checks;
    private final Reply version;

    public HealthRoutes(List<ReadinessCheck> checks, String version) {
        this.checks = List.copyOf(checks);
        this.version = Reply.json(200, Map.of("version", version));
    }

    @Override
    public List<Route> routes() {
        return Stream.of(Listener.values()).flatMap(this::routes).toList();
    }

    private Stream<Route> routes(Listener listener) {
        Immediate alive = call -> OK;
        Immediate running = call -> version;
        return Stream.of(
                new Route(listener, "GET", "/health/alive", alive),
                new Route(listener, "GET", "/health/ready", call -> ready()),
                new Route(listener, "GET", "/version", running));
    }

    private Reply ready() {
        Map<String, String> errors = new TreeMap<>();
        checks.forEach(check -> check.problem().ifPresent(text -> errors.put(check.name(), text)));
        return errors.isEmpty() ? OK : Reply.json(503, Map.of("errors", errors));
    }
}
