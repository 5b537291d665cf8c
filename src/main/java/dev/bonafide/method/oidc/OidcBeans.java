package dev.bonafide.method.oidc;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Part;
import dev.bonafide.config.ServeSettings;
import dev.bonafide.config.Setting;
import dev.bonafide.identity.Directory;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.log.IdentifierKey;
import dev.bonafide.method.ComingBack;
import dev.bonafide.method.CurrentMethod;
import dev.bonafide.method.MethodGuard;
import dev.bonafide.method.oidc.upstream.Providers;
import dev.bonafide.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;

/** Registers this method. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class OidcBeans {
    @Bean
    OidcEvents oidcEvents() {
        return new OidcEvents();
    }

    @Bean
    @Part
    MethodGuard oidcGuard(Configuration configuration) {
        return MethodGuard.ofFirstFactor(configuration, OidcMethod.ID);
    }

    @Bean
    OidcPorts.Upstreams oidcUpstreams(Setting<Providers> providers, ServeSettings serve) {
        return new OidcPorts.Upstreams(providers, serve.publicApi().baseUrl());
    }

    @Bean
    OidcPorts.Chance oidcChance(Entropy entropy, Clock clock) {
        return new OidcPorts.Chance(entropy, clock);
    }

    @Bean
    OidcPorts oidcPorts(
            OidcPorts.Upstreams upstreams,
            IdentifierKey key,
            Directory directory,
            Vault vault,
            OidcPorts.Chance chance) {
        return new OidcPorts(
                upstreams,
                new AccountNames(key),
                new OidcPorts.People(directory, vault::unlessErased),
                chance);
    }

    @Bean
    CurrentMethod oidcMethod(@Qualifier("oidcGuard") MethodGuard guard, OidcPorts ports) {
        return new CurrentMethod(OidcMethod.ID, () -> new OidcMethod(ports, guard.policy().get()));
    }

    @Bean
    OidcRoutes oidcRoutes(ComingBack comingBack) {
        return new OidcRoutes(comingBack);
    }
}
