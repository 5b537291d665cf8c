package dev.bonafide.method.password;

import dev.bonafide.config.Configuration;
import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.identity.Directory;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.method.GuardSettings;
import dev.bonafide.method.HashPool;
import dev.bonafide.method.IdentifierTitles;
import dev.bonafide.vault.Vault;
import java.util.List;
import org.springframework.context.annotation.Bean;

/** Registers this method. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class PasswordBeans {
    private static final List<String> NAMES = List.of("bonafide");

    @Bean
    PasswordEvents passwordEvents() {
        return new PasswordEvents();
    }

    @Bean
    PasswordMethod.Ports passwordPorts(
            Directory directory, Vault vault, HashPool pool, Entropy entropy) {
        return new PasswordMethod.Ports(directory, vault::unlessErased, pool, entropy);
    }

    @Bean
    PasswordMethod passwordMethod(
            Configuration configuration,
            GuardSettings guards,
            IdentifierTitles titles,
            PasswordMethod.Ports ports) {
        GuardPolicy guard = guards.of(PasswordMethod.ID, GuardPolicy.FIRST_FACTOR);
        PasswordMethod.Surface surface =
                new PasswordMethod.Surface(guard, () -> titles.of(PasswordMethod.ID), NAMES);
        return new PasswordMethod(
                PasswordSettings.of(configuration),
                HashersSettings.of(configuration),
                surface,
                ports);
    }
}
