package dev.bonafide.http;

import dev.bonafide.http.Route.Listener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times requests by route and status. A label is what the route table says, never what
 * was sent: a stranger who asks for a million addresses makes one line.
 */
public final class HttpMeters implements MeterBinder, Traffic {
    private static final String NONE = "none";

    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
    private volatile @Nullable MeterRegistry registry;

    private record Kind(Listener listener, String method, String route, int status) {
        static Kind of(Listener listener, @Nullable Route route, int status) {
            return route == null
                    ? new Kind(listener, NONE, NONE, status)
                    : new Kind(listener, route.method(), route.path(), status);
        }

        Timer timer(MeterRegistry registry) {
            return Timer.builder("bonafide.http.requests")
                    .description("requests and the time to their answers")
                    .tag("listener", listener.name().toLowerCase(Locale.ROOT))
                    .tag("method", method)
                    .tag("route", route)
                    .tag("status", Integer.toString(status))
                    .register(registry);
        }
    }

    @Override
    public void bindTo(MeterRegistry all) {
        registry = all;
    }

    @Override
    public void answered(Listener listener, @Nullable Route route, int status, long nanos) {
        MeterRegistry all = registry;
        if (all != null) {
            timers.computeIfAbsent(Kind.of(listener, route, status), kind -> kind.timer(all))
                    .record(nanos, TimeUnit.NANOSECONDS);
        }
    }
}
