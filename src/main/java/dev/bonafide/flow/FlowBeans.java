package dev.bonafide.flow;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.ServeSettings;
import dev.bonafide.guard.KnownPlaces;
import dev.bonafide.http.Credentials;
import dev.bonafide.identity.Directory;
import dev.bonafide.identity.schema.Schemas;
import dev.bonafide.session.Sessions;
import dev.bonafide.store.Documents;
import dev.bonafide.vault.Vault;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;

/** What all flows share. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class FlowBeans {
    @Bean
    FlowSettings flowSettings(Configuration configuration, ServeSettings serve) {
        return FlowSettings.of(configuration, serve.publicApi().baseUrl());
    }

    @Bean
    Flows flows(Documents documents) {
        return new Flows(documents);
    }

    @Bean
    FlowMemory flowMemory(Vault vault) {
        return new FlowMemory(vault);
    }

    /** The public URL is always allowed. */
    @Bean
    ReturnTo returnTo(FlowSettings settings) {
        List<URI> allowed = new ArrayList<>(settings.selfservice().allowedReturnUrls());
        allowed.add(settings.publicUrl());
        return new ReturnTo(allowed);
    }

    @Bean
    Caller caller(Credentials credentials, Sessions sessions, KnownPlaces places) {
        return new Caller(credentials, sessions, places);
    }

    @Bean
    SchemaTraits schemaTraits(Schemas schemas, Directory directory) {
        return new SchemaTraits(schemas.byDefault(), directory);
    }
}
