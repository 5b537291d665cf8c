package dev.bonafide.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.bonafide.Application;
import dev.bonafide.cli.SpringServer;
import dev.bonafide.config.FileConfiguration;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.http.server.HttpServers;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.log.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A whole server on free ports of the loopback, whose log and log lines are looked at. */
final class Target implements AutoCloseable {
    private static final String SCHEMA =
            Path.of("src/main/resources/bonafide.identity.schema.json").toUri().toString();
    private static final String SECRET = "a-secret-for-tests-of-forty-characters-0";
    private static final Instant BEGINNING = Instant.parse("2026-11-25T08:00:00Z");

    private final AtomicLong millis = new AtomicLong();
    private final Witness witness = new Witness();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final ConfigurableApplicationContext context;

    /** With more beans of the test's own. */
    Target(Consumer<GenericApplicationContext> more) {
        context = started(more);
        // Not before: logging is set up anew when a server starts.
        lines.start();
        root.addAppender(lines);
    }

    private ConfigurableApplicationContext started(Consumer<GenericApplicationContext> more) {
        try {
            Path file = Files.createTempFile("bonafide", ".yml");
            Files.writeString(file, yaml());
            FileConfiguration configuration =
                    FileConfiguration.load(List.of(file), false, Map.of(), Entropy.system());
            return (ConfigurableApplicationContext)
                    new SpringServer(
                                    Application.class,
                                    beans -> {
                                        beans.registerBean(Clock.class, () -> clock());
                                        beans.registerBean(Witness.class, () -> witness);
                                        more.accept(beans);
                                    })
                            .start(configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String yaml() {
        return """
        dsn: memory
        serve:
          public: {host: 127.0.0.1, port: 0, base_url: "http://localhost:4433/"}
          admin: {host: 127.0.0.1, port: 0, base_url: "http://localhost:4434/"}
        secrets: {default: ["%s"]}
        bonafide:
          vault: {keys: ["%s"]}
          lookup_secret: {reveal: true}
        identity:
          default_schema_id: default
          schemas: [{id: default, url: "%s"}]
        selfservice:
          default_browser_return_url: http://localhost:4433/
          methods:
            totp: {enabled: true, config: {issuer: Bonafide}}
            lookup_secret: {enabled: true}
          flows:
            registration: {after: {password: {hooks: [{hook: session}]}}}
        """
                .formatted(SECRET, SECRET, SCHEMA);
    }

    /** Goes on a little with each request, so that flows and waits come to an end. */
    Clock clock() {
        return () -> BEGINNING.plus(Duration.ofMillis(millis.get()));
    }

    void forward(Duration by) {
        millis.addAndGet(by.toMillis());
    }

    Witness witness() {
        return witness;
    }

    int port(Route.Listener listener) {
        HttpServers servers = context.getBean(HttpServers.class);
        return listener == Route.Listener.PUBLIC ? servers.publicPort() : servers.adminPort();
    }

    List<Route> routes() {
        return context.getBeansOfType(Routes.class).values().stream()
                .flatMap(each -> each.routes().stream())
                .toList();
    }

    long position() {
        return context.getBean(EventLog.class).position();
    }

    /** Lines that say that something went wrong. */
    List<String> errors() {
        return List.copyOf(lines.list).stream()
                .filter(line -> line.getLevel().isGreaterOrEqual(Level.ERROR))
                .map(line -> line.getFormattedMessage() + " " + thrown(line))
                .toList();
    }

    private static String thrown(ILoggingEvent line) {
        return line.getThrowableProxy() == null
                ? ""
                : ch.qos.logback.classic.spi.ThrowableProxyUtil.asString(line.getThrowableProxy());
    }

    @Override
    public void close() {
        context.close();
        root.detachAppender(lines);
    }
}
