package dev.bonafide.method.totp;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Part;
import dev.bonafide.config.ServeSettings;
import dev.bonafide.config.Setting;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.method.CurrentMethod;
import dev.bonafide.method.MethodGuard;
import dev.bonafide.vault.Vault;
import java.net.URI;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;

/** Registers this method. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class TotpBeans {
    @Bean
    TotpEvents totpEvents() {
        return new TotpEvents();
    }

    @Bean
    @Part
    MethodGuard totpGuard(Configuration configuration) {
        return MethodGuard.ofSecondFactor(configuration, TotpMethod.ID);
    }

    @Bean
    @Part
    Setting<TotpSettings> totpSettings(Configuration configuration, ServeSettings serve) {
        URI publicUrl = serve.publicApi().baseUrl();
        return configuration.setting(edition -> TotpSettings.of(edition, publicUrl));
    }

    @Bean
    CurrentMethod totpMethod(
            Setting<TotpSettings> settings,
            @Qualifier("totpGuard") MethodGuard guard,
            Entropy entropy,
            Vault vault) {
        return new CurrentMethod(
                TotpMethod.ID,
                settings.map(now ->
                        new TotpMethod(now, guard.policy().get(), vault::unlessErased, entropy)));
    }
}
