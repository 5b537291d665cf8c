package dev.bonafide.method.webauthn;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Part;
import dev.bonafide.config.ServeSettings;
import dev.bonafide.config.Setting;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.log.IdentifierKey;
import dev.bonafide.method.CurrentMethod;
import dev.bonafide.method.MethodGuard;
import dev.bonafide.method.fido.KeyNames;
import java.net.URI;
import org.springframework.context.annotation.Bean;

/** Registers this method. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class WebAuthnBeans {
    @Bean
    WebAuthnEvents webAuthnEvents() {
        return new WebAuthnEvents();
    }

    @Bean
    @Part
    MethodGuard webAuthnGuard(Configuration configuration) {
        return MethodGuard.ofFirstFactor(configuration, WebAuthnMethod.ID);
    }

    @Bean
    @Part
    Setting<WebAuthnSettings> webAuthnSettings(Configuration configuration, ServeSettings serve) {
        URI publicUrl = serve.publicApi().baseUrl();
        return configuration.setting(edition -> WebAuthnSettings.of(edition, publicUrl));
    }

    @Bean
    CurrentMethod webAuthnMethod(
            Setting<WebAuthnSettings> settings, IdentifierKey key, Entropy entropy) {
        return new CurrentMethod(
                WebAuthnMethod.ID,
                settings.map(now -> new WebAuthnMethod(now, new KeyNames(key), entropy)));
    }
}
