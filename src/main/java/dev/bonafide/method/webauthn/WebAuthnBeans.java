package dev.bonafide.method.webauthn;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Part;
import dev.bonafide.config.ServeSettings;
import dev.bonafide.config.Setting;
import dev.bonafide.method.CurrentMethod;
import dev.bonafide.method.IdentifierTitles;
import dev.bonafide.method.MethodGuard;
import dev.bonafide.method.fido.KeyPorts;
import java.net.URI;
import org.springframework.beans.factory.annotation.Qualifier;
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
            Setting<WebAuthnSettings> settings,
            @Qualifier("webAuthnGuard") MethodGuard guard,
            KeyPorts ports,
            IdentifierTitles titles) {
        return new CurrentMethod(
                WebAuthnMethod.ID,
                settings.map(now -> new WebAuthnMethod(now, guard.policy().get(), ports, titles)));
    }
}
