package dev.bonafide.flow.settings;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import dev.bonafide.config.Doc;
import dev.bonafide.config.Part;
import dev.bonafide.config.Setting;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.Desk;
import dev.bonafide.flow.Destinations;
import dev.bonafide.flow.FlowMemory;
import dev.bonafide.flow.FlowSettings;
import dev.bonafide.flow.Flows;
import dev.bonafide.flow.Journeys;
import dev.bonafide.flow.ReturnTo;
import dev.bonafide.flow.Traits;
import dev.bonafide.identity.Directory;
import dev.bonafide.identity.IdentityJson;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Folds;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.session.AalCheck;
import dev.bonafide.session.Offers;
import dev.bonafide.session.SessionSettings;
import dev.bonafide.session.Sessions;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;

/** What this room has. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class SettingsBeans {
    /** {@code bonafide.settings}. */
    record Own(
            @Default("true")
                    @Doc(
                            "Whether replacing a first factor ends the identity's other sessions; Kratos keeps them.")
                    boolean endOtherSessions) {}

    @Bean
    SettingsFlows.Sources settingsSources(
            Clock clock, Entropy entropy, Traits traits, IdentityJson identities) {
        return new SettingsFlows.Sources(clock, entropy, traits, identities);
    }

    @Bean
    SettingsFlows settingsFlows(
            Flows flows,
            FlowMemory memory,
            Setting<FlowSettings> settings,
            List<AuthenticationMethod> methods,
            SettingsFlows.Sources sources) {
        return new SettingsFlows(flows, memory, settings, methods, sources);
    }

    @Bean
    @Part
    Setting<Own> ownSettings(Configuration configuration) {
        return configuration.setting("bonafide.settings", Own.class);
    }

    @Bean
    SettingsChange.Rules settingsRules(
            Setting<Own> own,
            Setting<FlowSettings> settings,
            Offers offers,
            List<AuthenticationMethod> methods) {
        return new SettingsChange.Rules(
                settings,
                offers,
                () ->
                        methods.stream()
                                .filter(AuthenticationMethod::enabled)
                                .map(AuthenticationMethod::id)
                                .collect(Collectors.toUnmodifiableSet()),
                own.map(Own::endOtherSessions));
    }

    @Bean
    SettingsChange.State settingsState(
            Commands commands, Folds folds, Directory directory, Clock clock) {
        return new SettingsChange.State(commands, folds, directory, clock);
    }

    @Bean
    SettingsChange settingsChange(
            Caller caller, Traits traits, SettingsChange.Rules rules, SettingsChange.State state) {
        return new SettingsChange(caller, traits, rules, state);
    }

    @Bean
    SettingsTokens settingsTokens(
            Caller caller, Sessions sessions, Setting<SessionSettings> settings, Entropy entropy) {
        return new SettingsTokens(caller, sessions, settings, entropy);
    }

    @Bean
    SettingsSubmit.Afterwards settingsAfterwards(
            SettingsTokens tokens,
            SettingsPause pause,
            Journeys journeys,
            Destinations destinations) {
        return new SettingsSubmit.Afterwards(tokens, pause, journeys, destinations);
    }

    @Bean
    SettingsPause settingsPause(Flows flows, FlowMemory memory, Clock clock) {
        return new SettingsPause(flows, memory, clock);
    }

    @Bean
    SettingsSubmit settingsSubmit(
            Flows flows,
            SettingsFlows settingsFlows,
            SettingsChange change,
            SettingsSubmit.Afterwards afterwards,
            Clock clock) {
        return new SettingsSubmit(flows, settingsFlows, change, afterwards, clock);
    }

    @Bean
    SettingsRoutes.Access settingsAccess(
            ReturnTo returnTo, AalCheck aal, Directory directory, SettingsTokens tokens) {
        return new SettingsRoutes.Access(returnTo, aal, directory, tokens);
    }

    @Bean
    SettingsRoutes.Policy settingsPolicy(
            Setting<FlowSettings> settings, SettingsRoutes.Access access, Clock clock) {
        return new SettingsRoutes.Policy(settings, access, clock);
    }

    @Bean
    SettingsRoutes settingsRoutes(
            Flows flows,
            SettingsFlows settingsFlows,
            SettingsSubmit submit,
            Desk desk,
            SettingsRoutes.Policy policy) {
        return new SettingsRoutes(flows, settingsFlows, submit, desk, policy);
    }
}
