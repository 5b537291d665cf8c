package dev.bonafide.http;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Part;
import dev.bonafide.config.SecretsSettings;
import dev.bonafide.config.ServeSettings;
import dev.bonafide.config.Setting;
import dev.bonafide.http.cookie.CookieSettings;
import dev.bonafide.http.cookie.CsrfCookies;
import dev.bonafide.http.cookie.DeviceCookies;
import dev.bonafide.http.cookie.SessionCookies;
import dev.bonafide.http.server.HttpServers;
import dev.bonafide.http.server.HttpSettings;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.SealingKeys;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
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

    @Bean
    @Part
    Setting<SealingKeys> cookieKeys(Configuration configuration) {
        return configuration.setting(edition ->
                SealingKeys.of(SecretsSettings.of(edition).forCookies(), SessionCookies.PURPOSE));
    }

    @Bean
    SessionCookies sessionCookies(
            Setting<CookieSettings> settings,
            Setting<SealingKeys> keys,
            Clock clock,
            Entropy entropy) {
        return new SessionCookies(settings, keys, clock, entropy);
    }

    @Bean
    CsrfCookies csrfCookies(
            ServeSettings serve, Setting<CookieSettings> settings, Clock clock, Entropy entropy) {
        return new CsrfCookies(serve.publicApi().baseUrl(), settings, clock, entropy);
    }

    @Bean
    DeviceCookies deviceCookies(
            Setting<CookieSettings> settings,
            Setting<SealingKeys> keys,
            Clock clock,
            Entropy entropy) {
        return new DeviceCookies(settings, keys, clock, entropy);
    }

    @Bean
    Credentials credentials(Setting<CookieSettings> settings, SessionCookies cookies) {
        return new Credentials(settings.map(CookieSettings::sessionName), cookies);
    }

    @Bean
    HealthRoutes healthRoutes(List<ReadinessCheck> checks, List<Impairment> impairments) {
        String version = HttpBeans.class.getPackage().getImplementationVersion();
        return new HealthRoutes(
                checks, impairments, Objects.requireNonNullElse(version, "development"));
    }

    @Bean
    HttpMeters httpMeters() {
        return new HttpMeters();
    }

    @Bean
    HttpServers.Beside besideServers(Traffic traffic, ObjectProvider<ErrorPages> pages) {
        return new HttpServers.Beside(traffic, pages.getIfAvailable(() -> ErrorPages.NONE));
    }

    @Bean
    HttpServers httpServers(
            HttpSettings settings,
            List<Routes> rooms,
            Clock clock,
            Entropy entropy,
            HttpServers.Beside beside) {
        return new HttpServers(settings, rooms, clock, entropy, beside);
    }
}
