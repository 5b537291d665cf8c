package dev.bonafide.method.totp;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.ServeSettings;
import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.method.GuardSettings;
import dev.bonafide.vault.Vault;
import org.springframework.context.annotation.Bean;

/** Registers this method. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class TotpBeans {
    @Bean
    TotpEvents totpEvents() {
        return new TotpEvents();
    }

    @Bean
    TotpMethod totpMethod(
            Configuration configuration, TotpSettings settings, Entropy entropy, Vault vault) {
        GuardPolicy guard =
                new GuardSettings(configuration).of(TotpMethod.ID, GuardPolicy.SECOND_FACTOR);
        return new TotpMethod(settings, guard, vault::unlessErased, entropy);
    }

    @Bean
    TotpSettings totpSettings(Configuration configuration, ServeSettings serve) {
        return TotpSettings.of(configuration, serve.publicApi().baseUrl());
    }
}
