package dev.bonafide.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.config.Written;
import dev.bonafide.http.server.HttpSettings.Limits;
import dev.bonafide.http.server.HttpSettings.Listening;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpSettingsTest {
    @Test
    void readsListenersAndTrustedProxies() {
        var configuration =
                Written.yaml(
                        """
                        serve:
                          public: {host: 0.0.0.0, port: 80, base_url: "https://id.example.org"}
                          admin: {host: 127.0.0.1, port: 81}
                        bonafide: {http: {trusted_proxies: [10.0.0.0/8]}}
                        """);
        assertThat(HttpSettings.of(configuration))
                .isEqualTo(
                        new HttpSettings(
                                new Listening("0.0.0.0", 80, URI.create("https://id.example.org/")),
                                new Listening("127.0.0.1", 81, URI.create("http://localhost:81/")),
                                CorsSettings.of(Written.yaml("{}")),
                                List.of("10.0.0.0/8"),
                                Limits.defaults()));
        assertThat(configuration.settle(List.of())).isEmpty();
    }

    @Test
    void trustsNoProxyByDefault() {
        assertThat(HttpSettings.of(Written.yaml("{}")).trustedProxies()).isEmpty();
    }
}
