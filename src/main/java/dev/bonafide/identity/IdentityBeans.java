package dev.bonafide.identity;

import dev.bonafide.config.Part;
import dev.bonafide.config.ServeSettings;
import dev.bonafide.identity.schema.Schemas;
import dev.bonafide.kernel.Clock;
import dev.bonafide.log.AggregateType;
import dev.bonafide.log.Aggregates;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Epoch;
import dev.bonafide.log.Folds;
import dev.bonafide.log.IdentifierKey;
import dev.bonafide.log.Normaliser;
import dev.bonafide.log.Projections;
import dev.bonafide.store.Documents;
import dev.bonafide.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room has. */
@Configuration(proxyBeanMethods = false)
class IdentityBeans {
    @Bean
    Normaliser normaliser() {
        return new Normaliser(Identifiers.VERSION);
    }

    @Bean
    IdentityEvents identityEvents() {
        return new IdentityEvents();
    }

    @Bean
    AggregateType<?, ?> identityType() {
        return Identity.TYPE;
    }

    @Bean
    AggregateType<?, ?> claimType() {
        return Claim.TYPE;
    }

    @Bean
    IdentityHandler identityHandler(Aggregates aggregates, Folds folds) {
        return new IdentityHandler(aggregates, folds);
    }

    @Bean
    IdentityProjection identityProjection(Documents documents) {
        return new IdentityProjection(documents.collection(IdentityProjection.SHAPE));
    }

    @Bean
    WhenIdentityErasedThenDestroyItsKey whenIdentityErasedThenDestroyItsKey(Vault vault) {
        return new WhenIdentityErasedThenDestroyItsKey(vault);
    }

    @Bean
    IdentityQueries identityQueries(Projections projections, Folds folds) {
        return new IdentityQueries(projections, folds);
    }

    @Bean
    @Part
    Schemas schemas(dev.bonafide.config.Configuration configuration) {
        return Schemas.load(configuration);
    }

    @Bean
    People people(Folds folds, Vault vault, Schemas schemas, IdentifierKey key) {
        return new People(folds, vault, schemas, key);
    }

    @Bean
    IdentityJson identityJson(Schemas schemas, ServeSettings serve, Vault vault) {
        return new IdentityJson(
                new Reach(schemas, serve.publicApi().baseUrl()), vault::unlessErased);
    }

    @Bean
    SchemaRoutes schemaRoutes(Schemas schemas, ServeSettings serve) {
        return new SchemaRoutes(schemas, serve.publicApi().baseUrl());
    }

    @Bean
    AdminIdentityRoutes.Acts adminIdentityActs(Clock clock, Epoch epoch) {
        return new AdminIdentityRoutes.Acts(clock, epoch.value());
    }

    @Bean
    AdminIdentityRoutes adminIdentityRoutes(
            Directory directory,
            IdentityQueries queries,
            IdentityJson json,
            Commands commands,
            AdminIdentityRoutes.Acts acts) {
        return new AdminIdentityRoutes(directory, queries, json, commands, acts);
    }
}
