package dev.bonafide.http;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code /metrics/prometheus}, on the admin listener alone: what it tells of load and of refusals
 * is nobody else's business.
 */
public final class MetricsRoutes implements Routes {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** With what each room measures; labels are names from this program, never from requests. */
    public MetricsRoutes(List<MeterBinder> rooms) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        rooms.forEach(room -> room.bindTo(registry));
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.admin("GET", "/metrics/prometheus", call -> scraped()));
    }

    private Reply scraped() {
        byte[] body = registry.scrape(TEXT).getBytes(StandardCharsets.UTF_8);
        return new Reply(200, List.of(new Reply.Header("Content-Type", TEXT)), body);
    }
}
