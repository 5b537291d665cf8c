package dev.bonafide.cli;

import dev.bonafide.config.FileConfiguration;
import dev.bonafide.config.ServeSettings;
import dev.bonafide.config.ServeSettings.Listener;
import dev.bonafide.config.StoreSettings;
import java.nio.file.Path;

/** What a started server tells its operator. */
final class Greeting {
    private Greeting() {}

    static String of(FileConfiguration configuration) {
        ServeSettings serve = ServeSettings.of(configuration);
        StringBuilder text = new StringBuilder();
        text.append("public API  ").append(line(serve.publicApi()));
        text.append("admin API   ").append(line(serve.adminApi()));
        text.append("store       ").append(StoreSettings.of(configuration).shown()).append('\n');
        configuration
                .keysFile()
                .ifPresent(file ->
                        text.append("keys        ").append(keys(file, configuration.madeKeys())));
        if (configuration.madeKeys()) {
            text.append(
                    "Back up the store and its keys together: neither opens without the other.\n");
        }
        if (configuration.isShipped()) {
            text.append("Next: open ")
                    .append(serve.publicApi().baseUrl())
                    .append(" in a browser, or let docs/first-login.sh do the same with curl.\n");
        }
        return text.toString();
    }

    private static String line(Listener listener) {
        return listener.baseUrl()
                + "  (listening on "
                + listener.host()
                + ", port "
                + listener.port()
                + ")\n";
    }

    private static String keys(Path file, boolean made) {
        return file + (made ? "  (made now, mode 0600)\n" : "\n");
    }
}
