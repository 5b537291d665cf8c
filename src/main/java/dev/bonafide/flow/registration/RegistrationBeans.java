package dev.bonafide.flow.registration;

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
import dev.bonafide.flow.IntoLogin;
import dev.bonafide.flow.Journeys;
import dev.bonafide.flow.ReturnTo;
import dev.bonafide.flow.Traits;
import dev.bonafide.identity.Directory;
import dev.bonafide.identity.IdentityJson;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Folds;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.MethodGuard;
import dev.bonafide.session.SessionJson;
import dev.bonafide.session.SessionSettings;
import dev.bonafide.session.Sessions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;

/** What this room has. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class RegistrationBeans {
    private static final String AFTER = "selfservice.flows.registration.after";

    /** {@code …after}, and {@code …after.<method>}: what happens once somebody is registered. */
    record After(
            @Default("[]") @Doc("What happens once somebody is registered.") List<Hook> hooks) {
        boolean logsIn() {
            return hooks.stream().anyMatch(hook -> hook.hook().equals("session"));
        }
    }

    /** One hook; those that are not built stop the start. */
    record Hook(
            @Doc(
                            value =
                                    "What happens once somebody is registered: `session` logs them in. A method's own hooks stand in place of those for all.",
                            allowed = "`session`, `show_verification_ui` (without effect)")
                    String hook) {}

    @Bean
    RegistrationFlows.Sources registrationSources(Clock clock, Entropy entropy, Traits traits) {
        return new RegistrationFlows.Sources(clock, entropy, traits);
    }

    @Bean
    RegistrationFlows registrationFlows(
            Flows flows,
            FlowMemory memory,
            Setting<FlowSettings> settings,
            List<AuthenticationMethod> methods,
            RegistrationFlows.Sources sources) {
        return new RegistrationFlows(flows, memory, settings, methods, sources);
    }

    @Bean
    RegistrationSuccess.Shown registrationShown(
            Directory directory, IdentityJson identities, Sessions sessions, SessionJson json) {
        return new RegistrationSuccess.Shown(directory, identities, sessions, json);
    }

    @Bean
    @Part
    RegistrationSuccess.LoggedIn loggedIn(Configuration configuration, List<MethodGuard> methods) {
        Setting<Set<MethodId>> logging =
                configuration.setting(edition -> logging(edition, registering(methods)));
        return method -> logging.get().contains(method);
    }

    private static List<MethodId> registering(List<MethodGuard> methods) {
        return methods.stream().filter(MethodGuard::registers).map(MethodGuard::method).toList();
    }

    /** A method's own hooks stand in place of those for all, as in Kratos. */
    private static Set<MethodId> logging(Configuration edition, List<MethodId> methods) {
        boolean all = edition.bind(AFTER, After.class).logsIn();
        Set<MethodId> logging = new HashSet<>();
        for (MethodId method : methods) {
            After own = edition.bind(AFTER + "." + method, After.class);
            if (own.hooks().isEmpty() ? all : own.logsIn()) {
                logging.add(method);
            }
        }
        return logging;
    }

    @Bean
    RegistrationSuccess.Policy registrationPolicy(
            Clock clock,
            Entropy entropy,
            Setting<SessionSettings> sessions,
            RegistrationSuccess.LoggedIn loggedIn,
            Destinations destinations) {
        return new RegistrationSuccess.Policy(clock, entropy, sessions, loggedIn, destinations);
    }

    @Bean
    RegistrationSuccess registrationSuccess(
            Commands commands,
            Caller caller,
            Traits traits,
            RegistrationSuccess.Shown shown,
            RegistrationSuccess.Policy policy) {
        return new RegistrationSuccess(commands, caller, traits, shown, policy);
    }

    @Bean
    RegistrationOver registrationOver(
            RegistrationFlows registrations, Folds folds, Destinations destinations, Clock clock) {
        return new RegistrationOver(registrations, folds, destinations, clock);
    }

    @Bean
    RegistrationAnswers registrationAnswers(Flows flows, RegistrationFlows registrations) {
        return new RegistrationAnswers(flows, registrations);
    }

    @Bean
    RegistrationCredential.Ways registrationWays(
            Journeys journeys,
            ObjectProvider<IntoLogin> login,
            RegistrationOver over,
            Clock clock) {
        return new RegistrationCredential.Ways(journeys, login::getObject, over, clock);
    }

    @Bean
    RegistrationCredential registrationCredential(
            RegistrationFlows registrations,
            RegistrationAnswers answers,
            RegistrationSuccess success,
            Traits traits,
            RegistrationCredential.Ways ways) {
        return new RegistrationCredential(registrations, answers, success, traits, ways);
    }

    @Bean
    RegistrationSubmit registrationSubmit(
            RegistrationFlows registrations,
            RegistrationAnswers answers,
            RegistrationCredential credential,
            RegistrationOver over,
            Traits traits) {
        return new RegistrationSubmit(registrations, answers, credential, over, traits);
    }

    @Bean
    RegistrationRoutes.Policy registrationRoutesPolicy(
            Setting<FlowSettings> settings, ReturnTo returnTo, Clock clock) {
        return new RegistrationRoutes.Policy(settings, returnTo, clock);
    }

    @Bean
    RegistrationRoutes registrationRoutes(
            Flows flows,
            RegistrationFlows registrations,
            RegistrationSubmit submit,
            Desk desk,
            RegistrationRoutes.Policy policy) {
        return new RegistrationRoutes(flows, registrations, submit, desk, policy);
    }
}
