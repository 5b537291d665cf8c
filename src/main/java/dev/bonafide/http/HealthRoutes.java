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
    private final List<Impairment> impairments;
    private final Reply version;

    public HealthRoutes(List<ReadinessCheck> checks, List<Impairment> impairments, String version) {
        this.checks = List.copyOf(checks);
        this.impairments = List.copyOf(impairments);
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
                new Route(listener, "GET", "/health/ready", call -> ready(listener)),
                new Route(listener, "GET", "/version", running));
    }

    private Reply ready(Listener listener) {
        Map<String, String> errors = new TreeMap<>();
        checks.forEach(check -> check.problem().ifPresent(text -> errors.put(check.name(), text)));
        if (!errors.isEmpty()) {
            return Reply.json(503, Map.of("errors", errors));
        }
        return listener == Listener.ADMIN ? impaired() : OK;
    }

    /** What is impaired is the operator's business alone. */
    private Reply impaired() {
        Map<String, List<String>> impaired = new TreeMap<>();
        impairments.stream()
                .filter(one -> !one.impaired().isEmpty())
                .forEach(one -> impaired.put(one.name(), one.impaired()));
        return impaired.isEmpty()
                ? OK
                : Reply.json(200, new TreeMap<>(Map.of("status", "ok", "impaired", impaired)));
    }
}
