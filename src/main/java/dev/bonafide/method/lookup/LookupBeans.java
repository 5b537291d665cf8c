package dev.bonafide.method.lookup;

import dev.bonafide.config.Configuration;
import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.method.GuardSettings;
import dev.bonafide.method.HashPool;
import dev.bonafide.vault.Vault;
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
    LookupMethod lookupMethod(
            Configuration configuration, GuardSettings guards, LookupMethod.Ports ports) {
        GuardPolicy guard = guards.of(LookupMethod.ID, GuardPolicy.SECOND_FACTOR);
        return new LookupMethod(LookupSettings.of(configuration), guard, ports);
    }
}
