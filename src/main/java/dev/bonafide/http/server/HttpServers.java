package dev.bonafide.http.server;

import dev.bonafide.http.ErrorPages;
import dev.bonafide.http.Route.Listener;
import dev.bonafide.http.Routes;
import dev.bonafide.http.Traffic;
import dev.bonafide.http.request.Request;
import dev.bonafide.http.request.TrustedProxies;
import dev.bonafide.http.server.HttpSettings.Listening;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Ticker;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.netty.resources.LoopResources;

/**
 * Both listeners, started last and stopped first. Each has its own routes, bounds and threads of
 * endpoints, so that a flood on the public one leaves the operator's in reach. Keeps the process
 * alive while it runs.
 */
public final class HttpServers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpSettings settings;
    private final Map<Listener, RouteTable> tables = new EnumMap<>(Listener.class);
    private final TrustedProxies proxies;
    private final Feeds feeds = new Feeds();
    private final Clock clock;
    private final RequestIds ids;
    private final Beside beside;
    private @Nullable Running running;

    /**
     * @param rooms all that offer routes, {@link dev.bonafide.http.HealthRoutes} among them
     * @throws dev.bonafide.config.BadConfiguration if a trusted proxy is no address
     * @throws IllegalArgumentException if two routes answer the same requests
     */
    public HttpServers(
            HttpSettings settings,
            List<Routes> rooms,
            Clock clock,
            Entropy entropy,
            Beside beside) {
        this.settings = settings;
        this.beside = beside;
        for (Listener listener : Listener.values()) {
            tables.put(listener, table(rooms, listener));
        }
        this.proxies = new TrustedProxies(settings.trustedProxies());
        this.clock = clock;
        this.ids = new RequestIds(entropy);
    }

    /**
     * Who has a part in answers.
     *
     * @param traffic told of each answer
     * @param pages for faults, where people are shown pages
     */
    public record Beside(Traffic traffic, ErrorPages pages) {}

    private static RouteTable table(List<Routes> rooms, Listener listener) {
        return new RouteTable(
                rooms.stream()
                        .flatMap(room -> room.routes().stream())
                        .filter(route -> route.listener() == listener)
                        .toList());
    }

    /**
     * Returns when both listen.
     *
     * @throws CannotListen if one cannot; then neither does
     */
    @Override
    public synchronized void start() {
        if (running != null) {
            return;
        }
        feeds.begin();
        LoopResources loops =
                LoopResources.create("http", LoopResources.DEFAULT_IO_WORKER_COUNT, false);
        try {
            running = opened(loops);
        } catch (RuntimeException e) {
            loops.disposeLater(Duration.ZERO, PATIENCE).block(PATIENCE);
            throw e;
        }
        LOG.info("public API on port {}, admin API on port {}", publicPort(), adminPort());
    }

    private Running opened(LoopResources loops) {
        Server open = server(Listener.PUBLIC, settings.open(), loops);
        try {
            return new Running(open, server(Listener.ADMIN, settings.admin(), loops), loops);
        } catch (RuntimeException e) {
            open.stop(PATIENCE);
            throw e;
        }
    }

    private Server server(Listener listener, Listening at, LoopResources loops) {
        HttpSettings.Limits limits = settings.limits();
        Offload offload = new Offload(limits.calls());
        Dispatcher dispatcher =
                new Dispatcher(
                        Objects.requireNonNull(tables.get(listener)),
                        new Intake(limits.bodyBytesMost(), memory(limits), limits.waits().body()),
                        offload,
                        Request.Self.of(at.baseUrl(), proxies),
                        common(listener, at));
        return Server.start(at, limits, dispatcher, offload, loops);
    }

    private Dispatcher.Common common(Listener listener, Listening at) {
        return new Dispatcher.Common(
                ids,
                new Faults(ids, beside.pages()),
                answers(listener, at),
                new Tallied.Counter(listener, beside.traffic(), Ticker.system()));
    }

    /** Pages of other origins have no business on the admin listener, whatever is configured. */
    private Answers answers(Listener listener, Listening at) {
        Cors cors = new Cors(listener == Listener.PUBLIC ? settings.cors() : CorsSettings.off());
        return new Answers(clock, feeds, "https".equals(at.baseUrl().getScheme()), cors);
    }

    /** For bodies that are being read: an eighth of the heap, but room for a few of the largest. */
    private static long memory(HttpSettings.Limits limits) {
        return Math.max(8L * limits.bodyBytesMost(), Runtime.getRuntime().maxMemory() / 8);
    }

    /**
     * Ends what would never end by itself, lets calls in progress end for ten seconds, and returns
     * when all is closed.
     */
    @Override
    public synchronized void stop() {
        if (running != null) {
            feeds.close();
            running.open().stop(PATIENCE);
            running.admin().stop(PATIENCE);
            running.loops().disposeLater(Duration.ZERO, PATIENCE).block(PATIENCE);
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    /** The port of the public listener, as bound. */
    public int publicPort() {
        return now().open().port();
    }

    /** The port of the admin listener, as bound. */
    public int adminPort() {
        return now().admin().port();
    }

    /** How many answers without an end are being given. */
    public int streams() {
        return feeds.open();
    }

    private synchronized Running now() {
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running;
    }

    private record Running(Server open, Server admin, LoopResources loops) {}
}
