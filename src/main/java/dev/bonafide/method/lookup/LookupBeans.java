package dev.bonafide.method.lookup;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Part;
import dev.bonafide.config.Setting;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.method.CurrentMethod;
import dev.bonafide.method.HashPool;
import dev.bonafide.method.MethodGuard;
import dev.bonafide.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;

/** Registers this method. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class LookupBeans {
    @Bean
    LookupEvents lookupEvents() {
        return new LookupEvents();
    }

    @Bean
    LookupMethod.Ports lookupPorts(HashPool pool, Entropy entropy, Vault vault) {
        return new LookupMethod.Ports(vault::unlessErased, pool, entropy);
    }

    @Bean
    @Part
    MethodGuard lookupGuard(Configuration configuration) {
        return MethodGuard.ofSecondFactor(configuration, LookupMethod.ID);
    }

    @Bean
    @Part
    Setting<LookupSettings> lookupSettings(Configuration configuration) {
        return configuration.setting(LookupSettings::of);
    }

    @Bean
    CurrentMethod lookupMethod(
            Setting<LookupSettings> settings,
            @Qualifier("lookupGuard") MethodGuard guard,
            LookupMethod.Ports ports) {
        return new CurrentMethod(
                LookupMethod.ID,
                settings.map(now -> new LookupMethod(now, guard.policy().get(), ports)));
    }
}
