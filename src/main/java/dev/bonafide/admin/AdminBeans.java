package dev.bonafide.admin;

import dev.bonafide.config.ServeSettings;
import dev.bonafide.identity.Directory;
import dev.bonafide.identity.IdentityJson;
import dev.bonafide.identity.schema.Schemas;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.log.Aggregates;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Epoch;
import dev.bonafide.log.EventLog;
import dev.bonafide.log.Projection;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.vault.Vault;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room has. */
@Configuration(proxyBeanMethods = false)
class AdminBeans {
    @Bean
    WriteIdentityHandler writeIdentityHandler(Aggregates aggregates) {
        return new WriteIdentityHandler(aggregates);
    }

    @Bean
    Existing existing(Vault vault) {
        return new Existing(vault::unlessErased);
    }

    @Bean
    Drafting drafting(Schemas schemas, Directory directory, Existing existing) {
        return new Drafting(schemas, directory, existing);
    }

    @Bean
    IdentityWrites.Chance identityChance(Clock clock, Entropy entropy) {
        return new IdentityWrites.Chance(clock, entropy);
    }

    @Bean
    IdentityWrites identityWrites(
            Drafting drafting,
            List<AuthenticationMethod> methods,
            Directory directory,
            Commands commands,
            IdentityWrites.Chance chance) {
        return new IdentityWrites(drafting, new Imports(methods), directory, commands, chance);
    }

    @Bean
    IdentityWriteRoutes.Place identityPlace(Epoch epoch, ServeSettings serve) {
        return new IdentityWriteRoutes.Place(epoch.value(), serve.adminApi().baseUrl());
    }

    @Bean
    IdentityWriteRoutes identityWriteRoutes(
            IdentityWrites writes,
            Existing existing,
            IdentityJson json,
            IdentityWriteRoutes.Place place) {
        return new IdentityWriteRoutes(writes, new Batch(writes), existing, json, place);
    }

    @Bean
    ProjectionRoutes projectionRoutes(EventLog log, List<Projection> projections) {
        return new ProjectionRoutes(log, projections);
    }
}
