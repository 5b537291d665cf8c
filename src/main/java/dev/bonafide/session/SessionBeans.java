package dev.bonafide.session;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import dev.bonafide.config.Doc;
import dev.bonafide.config.Part;
import dev.bonafide.config.ServeSettings;
import dev.bonafide.config.Setting;
import dev.bonafide.http.Credentials;
import dev.bonafide.http.cookie.SessionCookies;
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
    @Part
    Setting<SessionSettings> sessionSettings(Configuration configuration) {
        return configuration.setting(SessionSettings::of);
    }

    @Bean
    @Part
    Setting<FeatureFlags> featureFlags(Configuration configuration) {
        return configuration.setting("feature_flags", FeatureFlags.class);
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
        return new SessionProjection(documents.collection(SessionProjection.SHAPE));
    }

    @Bean
    SessionQueries sessionQueries(Projections projections, Folds folds) {
        return new SessionQueries(projections, folds);
    }

    @Bean
    Sessions sessions(Folds folds, Clock clock, Setting<SessionSettings> settings) {
        return new Sessions(folds, clock, settings);
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
            Setting<SessionSettings> settings) {
        return new SessionJson(directory, identities, vault, aal, settings);
    }

    @Bean
    WhoamiRoutes.Presenting whoamiPresenting(Credentials credentials, SessionCookies cookies) {
        return new WhoamiRoutes.Presenting(credentials, cookies);
    }

    @Bean
    WhoamiRoutes whoamiRoutes(
            WhoamiRoutes.Presenting presenting,
            Sessions sessions,
            SessionJson json,
            AalCheck aal,
            Setting<SessionSettings> settings) {
        return new WhoamiRoutes(presenting, sessions, json, aal, settings);
    }

    @Bean
    OwnSessionRoutes.Answering answering(
            SessionJson json,
            AalCheck aal,
            Setting<SessionSettings> settings,
            Clock clock,
            Epoch epoch) {
        return new OwnSessionRoutes.Answering(json, aal, settings, clock, epoch.value());
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
    record FeatureFlags(
            @Default("false")
                    @Doc(
                            "Whether extending a session through the admin API answers 204 instead of the session.")
                    boolean fasterSessionExtend) {}

    @Bean
    AdminIdentitySessionRoutes.Policy adminIdentitySessionPolicy(
            AdminSessionRoutes.Acts acts,
            Setting<SessionSettings> settings,
            Setting<FeatureFlags> flags) {
        return new AdminIdentitySessionRoutes.Policy(
                acts, settings, flags.map(FeatureFlags::fasterSessionExtend));
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
