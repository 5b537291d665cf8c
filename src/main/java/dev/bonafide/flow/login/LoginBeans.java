package dev.bonafide.flow.login;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.Desk;
import dev.bonafide.flow.Destinations;
import dev.bonafide.flow.FlowMemory;
import dev.bonafide.flow.FlowSettings;
import dev.bonafide.flow.Flows;
import dev.bonafide.flow.IntoRegistration;
import dev.bonafide.flow.Journeys;
import dev.bonafide.flow.ReturnTo;
import dev.bonafide.guard.GuardWaits;
import dev.bonafide.guard.Nobody;
import dev.bonafide.identity.Directory;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Folds;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.IdentifierTitles;
import dev.bonafide.session.Offers;
import dev.bonafide.session.SessionJson;
import dev.bonafide.session.SessionSettings;
import dev.bonafide.session.Sessions;
import dev.bonafide.store.Documents;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room has. */
@Configuration(proxyBeanMethods = false)
class LoginBeans {
    @Bean
    LoginMethods loginMethods(
            List<AuthenticationMethod> methods,
            Directory directory,
            Sessions sessions,
            Offers offers,
            LoginFlows.Sources sources) {
        return new LoginMethods(
                methods,
                new LoginMethods.People(directory, sessions, offers),
                sources.memory(),
                sources.clock());
    }

    @Bean
    NameFirst nameFirst(
            Setting<FlowSettings> settings, LoginMethods methods, IdentifierTitles titles) {
        return new NameFirst(settings, methods, titles);
    }

    @Bean
    NameStep nameStep(
            Flows flows, LoginFlows logins, NameFirst form, Caller caller, Directory directory) {
        return new NameStep(flows, logins, form, caller, directory);
    }

    @Bean
    LoginFlows.Sources loginSources(Clock clock, Entropy entropy, FlowMemory memory) {
        return new LoginFlows.Sources(clock, entropy, memory);
    }

    @Bean
    LoginFlows loginFlows(
            Flows flows,
            Setting<FlowSettings> settings,
            LoginMethods methods,
            NameFirst nameFirst,
            LoginFlows.Sources sources) {
        return new LoginFlows(flows, settings, methods, nameFirst, sources);
    }

    @Bean
    LoginSuccess.Origin loginOrigin(Clock clock, Entropy entropy, Destinations destinations) {
        return new LoginSuccess.Origin(clock, entropy, destinations);
    }

    @Bean
    LoginSuccess loginSuccess(
            Caller caller,
            Sessions sessions,
            SessionJson json,
            Setting<SessionSettings> settings,
            LoginSuccess.Origin origin) {
        return new LoginSuccess(caller, sessions, json, settings, origin);
    }

    @Bean
    LoginOver loginOver(LoginFlows logins, Destinations destinations, Clock clock) {
        return new LoginOver(logins, destinations, clock);
    }

    @Bean
    LoginGuess.Guarding loginGuarding(Nobody nobody, GuardWaits waits) {
        return new LoginGuess.Guarding(nobody, waits);
    }

    @Bean
    LoginGuess.Judges loginJudges(
            Commands commands,
            Folds folds,
            LoginGuess.Guarding guarding,
            LoginOver over,
            Clock clock) {
        return new LoginGuess.Judges(commands, folds, guarding, over, clock);
    }

    @Bean
    LoginGuess loginGuess(
            Flows flows,
            LoginFlows logins,
            LoginSuccess success,
            LoginGuess.Judges judges,
            LoginWays ways) {
        return new LoginGuess(flows, logins, success, judges, ways);
    }

    @Bean
    LoginWays loginWays(
            Journeys journeys, LoginLink links, ObjectProvider<IntoRegistration> registration) {
        return new LoginWays(journeys, links, registration::getObject);
    }

    @Bean
    LoginLink.Rules loginLinkRules(
            Setting<FlowSettings> settings, Caller caller, Clock clock, Documents documents) {
        return LoginLink.Rules.of(settings, caller, clock, documents);
    }

    @Bean
    LoginLink loginLink(
            Flows flows,
            FlowMemory memory,
            LoginFlows logins,
            Commands commands,
            LoginLink.Rules rules) {
        return new LoginLink(flows, memory, logins, commands, rules);
    }

    @Bean
    LoginFromRegistration loginFromRegistration(
            Flows flows, LoginFlows logins, LoginGuess guesses, LoginLink links, LoginOver over) {
        return new LoginFromRegistration(flows, logins, guesses, links, over);
    }

    @Bean
    LoginSubmit.State loginState(
            Folds folds,
            NameStep nameStep,
            LoginOver over,
            Destinations destinations,
            Clock clock) {
        return new LoginSubmit.State(folds, nameStep, over, destinations, clock);
    }

    @Bean
    LoginSubmit loginSubmit(
            Flows flows,
            LoginFlows logins,
            Caller caller,
            LoginGuess guess,
            LoginSubmit.State state) {
        return new LoginSubmit(flows, logins, caller, guess, state);
    }

    @Bean
    LoginRoutes.Policy loginPolicy(
            Setting<FlowSettings> settings, ReturnTo returnTo, Offers offers, Clock clock) {
        return new LoginRoutes.Policy(settings, returnTo, offers, clock);
    }

    @Bean
    LoginRoutes loginRoutes(
            Flows flows,
            LoginFlows logins,
            LoginSubmit submit,
            Desk desk,
            LoginRoutes.Policy policy) {
        return new LoginRoutes(flows, logins, submit, desk, policy);
    }
}
