package dev.bonafide.method.fido;

import dev.bonafide.config.ServeSettings;
import dev.bonafide.identity.Directory;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.log.IdentifierKey;
import dev.bonafide.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the two methods share. */
@Configuration(proxyBeanMethods = false)
class FidoBeans {
    @Bean
    KeyScript keyScript(ServeSettings serve) {
        String base = serve.publicApi().baseUrl().toString();
        return new KeyScript(() -> base);
    }

    @Bean
    KeyScriptRoutes keyScriptRoutes() {
        return new KeyScriptRoutes();
    }

    @Bean
    KeyPorts keyPorts(
            IdentifierKey key, Vault vault, Directory directory, KeyScript script, Chance chance) {
        return new KeyPorts(
                new KeyNames(key),
                new Keyring(vault::unlessErased),
                directory,
                script,
                chance.entropy(),
                chance.clock());
    }

    @Bean
    Chance keyChance(Entropy entropy, Clock clock) {
        return new Chance(entropy, clock);
    }

    /** Chance and time. */
    record Chance(Entropy entropy, Clock clock) {}
}
