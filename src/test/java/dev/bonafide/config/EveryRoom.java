package dev.bonafide.config;

import dev.bonafide.Application;
import dev.bonafide.cli.SpringServer;
import dev.bonafide.kernel.Entropy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ConfigurableApplicationContext;

/** What the rooms of a whole server bind: one is started for all tests that ask. */
final class EveryRoom {
    private static final FileConfiguration STARTED = started();

    private EveryRoom() {}

    static List<Bound> bound() {
        return STARTED.editions().present().bound();
    }

    static List<BoundKey> keys() {
        return BoundKey.of(STARTED);
    }

    private static FileConfiguration started() {
        Map<String, String> environment = new TreeMap<>(Written.SECRETS);
        environment.putAll(
                Map.of("DSN", "memory", "SERVE_PUBLIC_PORT", "0", "SERVE_ADMIN_PORT", "0"));
        FileConfiguration configuration =
                FileConfiguration.load(List.of(), false, environment, Entropy.system());
        SpringServer server = new SpringServer(Application.class);
        ((ConfigurableApplicationContext) server.start(configuration)).close();
        return configuration;
    }
}
