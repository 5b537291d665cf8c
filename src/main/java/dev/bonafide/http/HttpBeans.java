package dev.bonafide.http;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import dev.bonafide.config.ServeSettings;
import dev.bonafide.http.cookie.CookieSettings;
import dev.bonafide.http.server.HttpServers;
import dev.bonafide.http.server.HttpSettings;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Bean;

/** What this room has. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class HttpBeans {
    /** Our own keys, {@code bonafide.http}. */
    record Keys(@Default("[]") List<String> trustedProxies) {}

    @Bean
    ServeSettings serveSettings(Configuration configuration) {
        return ServeSettings.of(configuration);
    }

    @Bean
    HttpSettings httpSettings(Configuration configuration, ServeSettings serve) {
        return new HttpSettings(
                listening(serve.publicApi()),
                listening(serve.adminApi()),
                configuration.bind("bonafide.http", Keys.class).trustedProxies(),
                HttpSettings.Limits.defaults());
    }

    @Bean
    CookieSettings cookieSettings(Configuration configuration) {
        return CookieSettings.of(configuration);
    }

    /** No cookie is given out before there are browser flows, so none opens. */
    @Bean
    Credentials credentials(CookieSettings cookies) {
        return new Credentials(cookies.sessionName(), value -> Optional.empty());
    }

    @Bean
    HealthRoutes healthRoutes(List<ReadinessCheck> checks) {
        String version = HttpBeans.class.getPackage().getImplementationVersion();
        return new HealthRoutes(checks, Objects.requireNonNullElse(version, "development"));
    }

    @Bean
    HttpServers httpServers(
            HttpSettings settings, List<Routes> rooms, Clock clock, Entropy entropy) {
        return new HttpServers(settings, rooms, clock, entropy);
    }

    private static HttpSettings.Listening listening(ServeSettings.Listener listener) {
        return new HttpSettings.Listening(listener.host(), listener.port(), listener.baseUrl());
    }
}
