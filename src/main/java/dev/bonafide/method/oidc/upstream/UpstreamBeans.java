package dev.bonafide.method.oidc.upstream;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Part;
import dev.bonafide.config.Setting;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Ticker;
import dev.bonafide.method.oidc.outbound.Names;
import dev.bonafide.method.oidc.outbound.Outbound;
import dev.bonafide.method.oidc.outbound.OutboundSettings;
import org.springframework.context.annotation.Bean;

/** Makes the providers. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class UpstreamBeans {
    @Bean
    @Part
    Setting<OidcSettings> oidcSettings(Configuration configuration) {
        return configuration.setting(OidcSettings::of);
    }

    @Bean
    @Part
    Setting<OutboundSettings> outboundSettings(Configuration configuration) {
        return configuration.setting(OutboundSettings::of);
    }

    @Bean
    Outbound outbound(Setting<OutboundSettings> settings) {
        return new Outbound(settings, Names.system());
    }

    /** To be asked in each request. */
    @Bean
    Setting<Providers> oidcProviders(
            Setting<OidcSettings> settings, Outbound outbound, Clock clock) {
        Shared shared = new Shared(outbound, clock, Ticker.system());
        return settings.map(now -> new ConfiguredProviders(now, shared));
    }
}
