package dev.bonafide.http;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Part;
import dev.bonafide.config.ServeSettings;
import dev.bonafide.config.Setting;
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
    @Bean
    @Part
    ServeSettings serveSettings(Configuration configuration) {
        return ServeSettings.of(configuration);
    }

    @Bean
    @Part
    HttpSettings httpSettings(Configuration configuration) {
        return HttpSettings.of(configuration);
    }

    @Bean
    @Part
    Setting<CookieSettings> cookieSettings(Configuration configuration) {
        return configuration.setting(CookieSettings::of);
    }

    /** No cookie is given out before there are browser flows, so none opens. */
    @Bean
    @Part
    Credentials credentials(Setting<CookieSettings> cookies) {
        return new Credentials(cookies.map(CookieSettings::sessionName), value -> Optional.empty());
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
}
