package dev.bonafide.flow;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Part;
import dev.bonafide.config.ServeSettings;
import dev.bonafide.config.Setting;
import dev.bonafide.guard.KnownPlaces;
import dev.bonafide.http.Credentials;
import dev.bonafide.identity.Directory;
import dev.bonafide.identity.schema.Schemas;
import dev.bonafide.session.Sessions;
import dev.bonafide.store.Documents;
import dev.bonafide.vault.Vault;
import java.net.URI;
import org.springframework.context.annotation.Bean;

/** What all flows share. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class FlowBeans {
    @Bean
    @Part
    Setting<FlowSettings> flowSettings(Configuration configuration, ServeSettings serve) {
        URI publicUrl = serve.publicApi().baseUrl();
        return configuration.setting(edition -> FlowSettings.of(edition, publicUrl));
    }

    @Bean
    Flows flows(Documents documents) {
        return new Flows(documents);
    }

    @Bean
    FlowMemory flowMemory(Vault vault) {
        return new FlowMemory(vault);
    }

    @Bean
    ReturnTo returnTo(Setting<FlowSettings> settings) {
        return new ReturnTo(settings.map(FlowSettings::returnUrls));
    }

    @Bean
    Caller caller(Credentials credentials, Sessions sessions, KnownPlaces places) {
        return new Caller(credentials, sessions, places);
    }

    @Bean
    SchemaTraits schemaTraits(Schemas schemas, Directory directory) {
        return new SchemaTraits(schemas::byDefault, directory);
    }
}
