package dev.bonafide;

import dev.bonafide.config.FileConfiguration;
import dev.bonafide.guard.GuardWaits;
import dev.bonafide.http.MetricsRoutes;
import dev.bonafide.http.server.HttpServers;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.log.EventLog;
import dev.bonafide.log.Projection;
import dev.bonafide.log.Projections;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.HashPool;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the rooms tell about themselves, mostly as numbers read at each scrape (docs/metrics.md).
 * Rooms keep plain numbers; only here and in {@code http} is Micrometer known.
 */
@Configuration(proxyBeanMethods = false)
class Measures {
    @Bean
    MetricsRoutes metricsRoutes(List<MeterBinder> measured) {
        return new MetricsRoutes(measured);
    }

    @Bean
    MeterBinder logMeasures(EventLog log) {
        return registry -> {
            gauge("bonafide.log.position", "last position applied here", log, EventLog::position)
                    .register(registry);
            gauge(
                            "bonafide.log.ready",
                            "1 while the log is read and appended to",
                            log,
                            Measures::ready)
                    .register(registry);
            gauge("bonafide.log.head", "newest position known of", log, EventLog::head)
                    .register(registry);
            gauge("bonafide.log.tail.lag", "positions known of, not applied", log, Measures::lag)
                    .register(registry);
            gauge(
                            "bonafide.log.looked",
                            "since the store last told what it has",
                            log,
                            Measures::sinceLooked)
                    .baseUnit("seconds")
                    .register(registry);
            log.observe(new LogMeters(registry));
        };
    }

    /** A stopped one keeps its position while the log's rises: its lag shows it, too. */
    @Bean
    MeterBinder projectionMeasures(EventLog log, List<Projection> views) {
        Projections projections = log.projections();
        return registry ->
                views.forEach(view -> {
                    String name = view.name();
                    projection(
                            registry,
                            "bonafide.projection.lag",
                            name,
                            () ->
                                    Math.max(
                                            0,
                                            log.position() - status(projections, name).position()));
                    projection(
                            registry,
                            "bonafide.projection.stopped",
                            name,
                            () -> status(projections, name).failure().isEmpty() ? 0 : 1);
                });
    }

    @Bean
    MeterBinder configurationMeasures(FileConfiguration files) {
        return gauge(
                        "bonafide.config.behind",
                        "1 while the files say what is refused, and what holds is older",
                        files,
                        each -> each.behind() ? 1 : 0)
                ::register;
    }

    @Bean
    MeterBinder hashMeasures(HashPool hashes) {
        return gauge("bonafide.hash.queued", "hashes that wait", hashes, HashPool::queued)
                ::register;
    }

    /** Asked for late: the listeners need the routes, of which one is that of the metrics. */
    @Bean
    MeterBinder streamMeasures(ObjectProvider<HttpServers> servers) {
        return gauge(
                        "bonafide.streams.open",
                        "subscribers to the event stream",
                        servers,
                        all -> all.getObject().streams())
                ::register;
    }

    @Bean
    MeterBinder guardMeasures(GuardWaits waits, List<AuthenticationMethod> methods) {
        return registry ->
                methods.forEach(method -> {
                    MethodId id = method.id();
                    guesses(registry, id, "waiting", waits, all -> all.waiting(id));
                    guesses(registry, id, "disabled", waits, all -> all.disabled(id));
                });
    }

    private static void guesses(
            MeterRegistry registry,
            MethodId method,
            String answer,
            GuardWaits waits,
            ToDoubleFunction<GuardWaits> count) {
        FunctionCounter.builder("bonafide.guard.refused", waits, count)
                .description("guesses that were not evaluated")
                .tag("method", method.value())
                .tag("answer", answer)
                .register(registry);
    }

    private static double lag(EventLog log) {
        return Math.max(0, log.head() - log.position());
    }

    private static double sinceLooked(EventLog log) {
        return log.sinceLooked().toMillis() / 1_000.0;
    }

    private static double ready(EventLog log) {
        return log.health().ready() ? 1 : 0;
    }

    private static <T> Gauge.Builder<T> gauge(
            String name, String meaning, T of, ToDoubleFunction<T> value) {
        return Gauge.builder(name, of, value).description(meaning).strongReference(true);
    }

    private static void projection(
            MeterRegistry registry,
            String name,
            String projection,
            java.util.function.Supplier<Number> value) {
        Gauge.builder(name, value)
                .tag("projection", projection)
                .strongReference(true)
                .register(registry);
    }

    /** Before its first event a projection has no status: it is at the beginning, and runs. */
    private static Projections.Status status(Projections projections, String name) {
        return projections.status().getOrDefault(name, new Projections.Status(0, ""));
    }
}
