package dev.bonafide.vault;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Configuration;
import dev.bonafide.config.Part;
import dev.bonafide.config.VaultSettings;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.store.Keys;
import org.springframework.context.annotation.Bean;

/**
 * What this room has. The start is refused if the store names a key-encryption key that is absent.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class VaultBeans {
    @Bean
    Vault vault(VaultKeys ring, Keys keys, Entropy entropy) {
        Vault vault = new Vault(keys, ring, entropy);
        vault.checkKeys();
        return vault;
    }

    @Bean
    @Part
    VaultKeys vaultKeys(Configuration configuration) {
        try {
            return VaultKeys.of(VaultSettings.of(configuration).keys());
        } catch (IllegalArgumentException e) {
            throw new BadConfiguration("bonafide.vault.keys", String.valueOf(e.getMessage()));
        }
    }
}
