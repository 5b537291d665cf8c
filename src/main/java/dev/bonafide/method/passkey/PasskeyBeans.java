package dev.bonafide.method.passkey;

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
class PasskeyBeans {
    @Bean
    PasskeyEvents passkeyEvents() {
        return new PasskeyEvents();
    }

    @Bean
    @Part
    MethodGuard passkeyGuard(Configuration configuration) {
        return MethodGuard.ofFirstFactor(configuration, PasskeyMethod.ID);
    }

    @Bean
    @Part
    Setting<PasskeySettings> passkeySettings(Configuration configuration, ServeSettings serve) {
        URI publicUrl = serve.publicApi().baseUrl();
        return configuration.setting(edition -> PasskeySettings.of(edition, publicUrl));
    }

    @Bean
    CurrentMethod passkeyMethod(
            Setting<PasskeySettings> settings,
            @Qualifier("passkeyGuard") MethodGuard guard,
            KeyPorts ports,
            IdentifierTitles titles) {
        return new CurrentMethod(
                PasskeyMethod.ID,
                settings.map(now -> new PasskeyMethod(now, guard.policy().get(), ports, titles)));
    }
}
