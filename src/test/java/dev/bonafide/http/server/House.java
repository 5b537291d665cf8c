package dev.bonafide.http.server;

import dev.bonafide.http.ErrorPages;
import dev.bonafide.http.HealthRoutes;
import dev.bonafide.http.ReadinessCheck;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.http.Traffic;
import dev.bonafide.http.server.HttpSettings.Calls;
import dev.bonafide.http.server.HttpSettings.Limits;
import dev.bonafide.http.server.HttpSettings.Listening;
import dev.bonafide.http.server.HttpSettings.Waits;
import dev.bonafide.kernel.Entropy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Both listeners on free ports, serving what a test puts in. */
final class House implements AutoCloseable {
    static final Limits LIMITS =
            new Limits(
                    64 * 1024,
                    4 * 1024,
                    64,
                    new Calls(8, 8, Duration.ofSeconds(20)),
                    new Waits(
                            Duration.ofSeconds(20),
                            Duration.ofSeconds(20),
                            Duration.ofSeconds(20)));

    private final HttpServers servers;

    private House(HttpServers servers) {
        this.servers = servers;
        servers.start();
    }

    static House of(Route... routes) {
        return of(LIMITS, List.of(), routes);
    }

    static House of(Limits limits, List<String> proxies, Route... routes) {
        return new House(servers(settings(limits, proxies, 0), List.of(), routes));
    }

    static House open(CorsSettings cors, Route... routes) {
        return new House(servers(settings(LIMITS, cors, List.of(), 0), List.of(), routes));
    }

    static House checking(ReadinessCheck... checks) {
        return new House(servers(settings(LIMITS, List.of(), 0), List.of(checks)));
    }

    static HttpSettings settings(Limits limits, List<String> proxies, int adminPort) {
        return settings(limits, CorsSettings.off(), proxies, adminPort);
    }

    private static HttpSettings settings(
            Limits limits, CorsSettings cors, List<String> proxies, int adminPort) {
        return new HttpSettings(
                new Listening("127.0.0.1", 0, URI.create("https://id.example.org/auth/")),
                new Listening("127.0.0.1", adminPort, URI.create("http://admin.internal:4434")),
                cors,
                proxies,
                limits);
    }

    static HttpServers servers(
            HttpSettings settings, List<ReadinessCheck> checks, Route... routes) {
        Routes room = () -> List.of(routes);
        List<Routes> rooms =
                new ArrayList<>(List.of(new HealthRoutes(checks, List.of(), "1.2.3"), room));
        return new HttpServers(
                settings,
                rooms,
                () -> Instant.parse("2026-11-24T08:30:00Z"),
                Entropy.system(),
                new HttpServers.Beside(Traffic.UNCOUNTED, ErrorPages.NONE));
    }

    static ReadinessCheck check(String name, Optional<String> problem) {
        return new ReadinessCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<String> problem() {
                return problem;
            }
        };
    }

    int open() {
        return servers.publicPort();
    }

    int admin() {
        return servers.adminPort();
    }

    @Override
    public void close() {
        servers.stop();
    }
}
