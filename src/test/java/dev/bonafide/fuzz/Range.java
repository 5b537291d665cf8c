package dev.bonafide.fuzz;

import dev.bonafide.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The server with its route table, and what is known of each route. */
final class Range {
    /** What takes away what others need. */
    private static final Pattern SELDOM =
            Pattern.compile("DELETE (?!/sessions/whoami).*|POST /admin/(sessions|projections/.*)");

    /** What costs much, or has nothing to read. */
    private static final Pattern SIMPLE = Pattern.compile("OPTIONS .*|GET /(health|metrics)/.*");

    private final Target target;
    private final ApiFile api;
    private final Results results = new Results();
    private final List<Aim> aims = new ArrayList<>();
    private final List<Aim> chances = new ArrayList<>();

    Range(Target target, ApiFile api) {
        this.target = target;
        this.api = api;
        for (Route route : target.routes()) {
            Aim aim = new Aim(route.listener(), operation(route));
            aims.add(aim);
            for (int i = weight(aim.operation()); i > 0; i--) {
                chances.add(aim);
            }
        }
    }

    /** A route. */
    record Aim(Route.Listener listener, Operation operation) {
        String name() {
            return listener + " " + operation.name();
        }
    }

    private static int weight(Operation operation) {
        if (SELDOM.matcher(operation.name()).matches()) {
            return 2;
        }
        if (SIMPLE.matcher(operation.name()).matches()) {
            return 15;
        }
        if (operation.method().equals("GET") && operation.path().startsWith("/admin")) {
            return 50;
        }
        return operation.readsBody() ? 250 : 100;
    }

    /** Of the description, or our own, or nothing but the address. */
    private Operation operation(Route route) {
        return known(route)
                .orElseGet(() -> new Operation(route.method(), route.path(), List.of(), null));
    }

    Optional<Operation> known(Route route) {
        return api.find(route.method(), route.path())
                .or(() ->
                        OwnOperations.all().stream()
                                .filter(own -> own.method().equals(route.method()))
                                .filter(own -> own.path().equals(route.path()))
                                .findFirst());
    }

    Aim aim(Route.Listener listener, String method, String target) {
        String path = target.replaceFirst("\\?.*", "");
        return aims.stream()
                .filter(each -> each.listener() == listener)
                .filter(each -> each.operation().method().equals(method))
                .filter(each ->
                        path.matches(each.operation().path().replaceAll("\\{[^}]+}", "[^/]+")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no route " + method + " " + target));
    }

    List<Aim> aims() {
        return List.copyOf(aims);
    }

    List<Aim> chances() {
        return List.copyOf(chances);
    }

    Target target() {
        return target;
    }

    ApiFile api() {
        return api;
    }

    Results results() {
        return results;
    }
}
