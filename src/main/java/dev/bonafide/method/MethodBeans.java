package dev.bonafide.method;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.log.AggregateType;
import dev.bonafide.log.Aggregates;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Epoch;
import dev.bonafide.log.Folds;
import dev.bonafide.session.Offers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room itself has; each method declares its own beans in its folder. */
@Configuration(proxyBeanMethods = false)
class MethodBeans {
    /** Enough for a burst of logins at 35 ms a hash; beyond it clients are told to come back. */
    private static final int HASHES_QUEUED = 64;

    @Bean
    UseEvents useEvents() {
        return new UseEvents();
    }

    @Bean
    AggregateType<?, ?> useType() {
        return Use.TYPE;
    }

    @Bean
    HashPool hashPool() {
        return new HashPool(Runtime.getRuntime().availableProcessors(), HASHES_QUEUED);
    }

    /** Asked for late, since methods need the directory, and sessions, before they exist. */
    @Bean
    Offers offers(ObjectProvider<AuthenticationMethod> methods) {
        return new Offers(id -> enabled(methods.stream().toList()).contains(id));
    }

    @Bean
    LoginHandler loginHandler(Aggregates aggregates) {
        return new LoginHandler(aggregates);
    }

    @Bean
    RegistrationHandler registrationHandler(Aggregates aggregates) {
        return new RegistrationHandler(aggregates);
    }

    @Bean
    SettingsHandler settingsHandler(Aggregates aggregates, Folds folds) {
        return new SettingsHandler(aggregates, folds);
    }

    @Bean
    AdministrationHandler administrationHandler(
            Aggregates aggregates, Folds folds, List<AuthenticationMethod> methods) {
        return new AdministrationHandler(aggregates, folds, methods);
    }

    @Bean
    AdminMethodRoutes adminMethodRoutes(
            Commands commands, List<AuthenticationMethod> methods, Clock clock, Epoch epoch) {
        return new AdminMethodRoutes(commands, methods, clock, epoch.value());
    }

    private static Set<MethodId> enabled(List<AuthenticationMethod> methods) {
        return methods.stream()
                .filter(AuthenticationMethod::enabled)
                .map(AuthenticationMethod::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
