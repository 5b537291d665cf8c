package dev.bonafide.method.password;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Part;
import dev.bonafide.config.Setting;
import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.identity.Directory;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.method.CurrentMethod;
import dev.bonafide.method.HashPool;
import dev.bonafide.method.IdentifierTitles;
import dev.bonafide.method.MethodGuard;
import dev.bonafide.vault.Vault;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
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

    /** What this method is configured by. */
    record Configured(PasswordSettings method, HashersSettings hashers) {
        static Configured of(Configuration edition) {
            return new Configured(PasswordSettings.of(edition), HashersSettings.of(edition));
        }
    }

    @Bean
    @Part
    MethodGuard passwordGuard(Configuration configuration) {
        return MethodGuard.ofFirstFactor(configuration, PasswordMethod.ID);
    }

    @Bean
    @Part
    Setting<Configured> passwordSettings(Configuration configuration) {
        return configuration.setting(Configured::of);
    }

    @Bean
    CurrentMethod passwordMethod(
            Setting<Configured> settings,
            @Qualifier("passwordGuard") MethodGuard guard,
            IdentifierTitles titles,
            PasswordMethod.Ports ports) {
        return new CurrentMethod(
                PasswordMethod.ID,
                settings.map(now -> method(now, guard.policy().get(), titles, ports)));
    }

    private static PasswordMethod method(
            Configured now,
            GuardPolicy guard,
            IdentifierTitles titles,
            PasswordMethod.Ports ports) {
        PasswordMethod.Surface surface =
                new PasswordMethod.Surface(guard, () -> titles.of(PasswordMethod.ID), NAMES);
        return new PasswordMethod(now.method(), now.hashers(), surface, ports);
    }
}
