package dev.bonafide.session;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import dev.bonafide.config.ServeSettings;
import dev.bonafide.http.Credentials;
import dev.bonafide.identity.Directory;
import dev.bonafide.identity.IdentityJson;
import dev.bonafide.kernel.Clock;
import dev.bonafide.log.AggregateType;
import dev.bonafide.log.Aggregates;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Epoch;
import dev.bonafide.log.Folds;
import dev.bonafide.log.Projections;
import dev.bonafide.store.Documents;
import dev.bonafide.vault.Vault;
import org.springframework.context.annotation.Bean;

/**
 * What this room has; {@link Offers} comes from the room of methods, which knows what is switched
 * on.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class SessionBeans {
    @Bean
    SessionSettings sessionSettings(Configuration configuration) {
        return SessionSettings.of(configuration);
    }

    @Bean
    SessionEvents sessionEvents() {
        return new SessionEvents();
    }

    @Bean
    AggregateType<?, ?> sessionType() {
        return Session.TYPE;
    }

    @Bean
    SessionHandler sessionHandler(Aggregates aggregates) {
        return new SessionHandler(aggregates);
    }

    @Bean
    SessionProjection sessionProjection(Documents documents) {
        return new SessionProjection(documents);
    }

    @Bean
    SessionQueries sessionQueries(Documents documents, Projections projections, Folds folds) {
        return new SessionQueries(documents, projections, folds);
    }

    @Bean
    Sessions sessions(Folds folds, Clock clock, SessionSettings settings) {
        return new Sessions(folds, clock, settings.grace());
    }

    @Bean
    AalCheck aalCheck(Offers offers, ServeSettings serve) {
        return new AalCheck(offers, serve.publicApi().baseUrl());
    }

    @Bean
    SessionJson sessionJson(
            Directory directory,
            IdentityJson identities,
            Vault vault,
            AalCheck aal,
            SessionSettings settings) {
        return new SessionJson(directory, identities, vault, aal, settings.requiredAal());
    }

    @Bean
    WhoamiRoutes whoamiRoutes(
            Credentials credentials,
            Sessions sessions,
            SessionJson json,
            AalCheck aal,
            SessionSettings settings) {
        return new WhoamiRoutes(credentials, sessions, json, aal, settings.requiredAal());
    }

    @Bean
    OwnSessionRoutes.Answering answering(
            SessionJson json, AalCheck aal, SessionSettings settings, Clock clock, Epoch epoch) {
        return new OwnSessionRoutes.Answering(
                json, aal, settings.requiredAal(), clock, epoch.value());
    }

    @Bean
    OwnSessionRoutes ownSessionRoutes(
            Credentials credentials,
            Sessions sessions,
            SessionQueries queries,
            Commands commands,
            OwnSessionRoutes.Answering answering) {
        return new OwnSessionRoutes(credentials, sessions, queries, commands, answering);
    }

    @Bean
    AdminSessionRoutes.Acts adminSessionActs(Clock clock, Epoch epoch) {
        return new AdminSessionRoutes.Acts(clock, epoch.value());
    }

    @Bean
    AdminSessionRoutes adminSessionRoutes(
            Sessions sessions,
            SessionQueries queries,
            SessionJson json,
            Commands commands,
            AdminSessionRoutes.Acts acts) {
        return new AdminSessionRoutes(sessions, queries, json, commands, acts);
    }

    /** {@code feature_flags.faster_session_extend}. */
    record FeatureFlags(@Default("false") boolean fasterSessionExtend) {}

    @Bean
    AdminIdentitySessionRoutes.Policy adminIdentitySessionPolicy(
            AdminSessionRoutes.Acts acts, SessionSettings settings, Configuration configuration) {
        FeatureFlags flags = configuration.bind("feature_flags", FeatureFlags.class);
        return new AdminIdentitySessionRoutes.Policy(acts, settings, flags.fasterSessionExtend());
    }

    @Bean
    AdminIdentitySessionRoutes adminIdentitySessionRoutes(
            Sessions sessions,
            SessionQueries queries,
            SessionJson json,
            Commands commands,
            AdminIdentitySessionRoutes.Policy policy) {
        return new AdminIdentitySessionRoutes(sessions, queries, json, commands, policy);
    }

    @Bean
    ManageSessionsRoutes manageSessionsRoutes(
            Sessions sessions,
            SessionQueries queries,
            Commands commands,
            AdminSessionRoutes.Acts acts) {
        return new ManageSessionsRoutes(sessions, queries, commands, acts);
    }
}
