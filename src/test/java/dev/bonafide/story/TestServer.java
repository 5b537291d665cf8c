package dev.bonafide.story;

import dev.bonafide.Application;
import dev.bonafide.cli.SpringServer;
import dev.bonafide.config.FileConfiguration;
import dev.bonafide.config.Reload;
import dev.bonafide.http.Routes;
import dev.bonafide.http.server.HttpServers;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A whole server on free ports of the loopback, with a clock that the test moves. */
final class TestServer implements AutoCloseable {
    private static final String SCHEMA =
            Path.of("src/main/resources/bonafide.identity.schema.json").toUri().toString();
    private static final String SECRET = "a-secret-for-tests-of-forty-characters-0";

    private final TestClock clock;
    private final ConfigurableApplicationContext context;
    private final Path over;
    private final Http http;

    private TestServer(TestClock clock, ConfigurableApplicationContext context, Path over) {
        this.clock = clock;
        this.over = over;
        this.context = context;
        HttpServers servers = context.getBean(HttpServers.class);
        this.http = new Http(servers.publicPort(), servers.adminPort());
    }

    /** On a store in memory, with the usual configuration. */
    static TestServer start() {
        return start("memory", "");
    }

    /** With more YAML over the usual one. */
    static TestServer start(String dsn, String more) {
        return start(dsn, more, new TestClock());
    }

    static TestServer start(String dsn, String more, TestClock clock) {
        return start(dsn, more, clock, context -> {});
    }

    /** A node on a store that others may have opened, too. */
    static TestServer on(Store store, TestClock clock) {
        return start(
                "memory", "", clock, context -> context.registerBean(Store.class, () -> store));
    }

    /** With endpoints of the test's own. */
    static TestServer with(Routes routes) {
        return start(
                "memory",
                "",
                new TestClock(),
                context -> context.registerBean(Routes.class, () -> routes));
    }

    private static TestServer start(
            String dsn, String more, TestClock clock, Consumer<GenericApplicationContext> beans) {
        try {
            Path folder = Files.createTempDirectory("bonafide");
            Path usual = Files.writeString(folder.resolve("usual.yml"), usual(dsn));
            Path over = Files.writeString(folder.resolve("over.yml"), more.isEmpty() ? "{}" : more);
            FileConfiguration configuration =
                    FileConfiguration.load(List.of(usual, over), false, Map.of(), Entropy.system());
            SpringServer server =
                    new SpringServer(
                            Application.class,
                            context -> {
                                context.registerBean(Clock.class, () -> clock);
                                beans.accept(context);
                            });
            return new TestServer(
                    clock, (ConfigurableApplicationContext) server.start(configuration), over);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String usual(String dsn) {
        return """
        dsn: %s
        serve:
          public: {host: 127.0.0.1, port: 0, base_url: "http://localhost:4433/"}
          admin: {host: 127.0.0.1, port: 0, base_url: "http://localhost:4434/"}
        secrets: {default: ["%s"]}
        bonafide:
          vault: {keys: ["%s"]}
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
                .formatted(dsn, SECRET, SECRET, SCHEMA);
    }

    /** Puts other YAML over the usual one, while it runs. */
    Reload configure(String more) {
        try {
            Files.writeString(over, more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bean(FileConfiguration.class).reload();
    }

    TestClock clock() {
        return clock;
    }

    Http http() {
        return http;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> List<T> beans(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    @Override
    public void close() {
        context.close();
    }
}
