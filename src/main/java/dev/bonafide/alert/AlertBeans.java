package dev.bonafide.alert;

import dev.bonafide.kernel.Clock;
import dev.bonafide.log.AggregateType;
import dev.bonafide.log.Aggregates;
import dev.bonafide.log.Commands;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room has. */
@Configuration(proxyBeanMethods = false)
class AlertBeans {
    @Bean
    AlertEvents alertEvents() {
        return new AlertEvents();
    }

    @Bean
    AggregateType<?, ?> alertType() {
        return Alert.TYPE;
    }

    @Bean
    AlertHandler alertHandler(Aggregates aggregates) {
        return new AlertHandler(aggregates);
    }

    @Bean
    Alerts alerts(Commands commands, Clock clock) {
        return new Alerts(commands, clock);
    }

    @Bean
    WhenFactorRemovedThenAlert whenFactorRemovedThenAlert(Alerts alerts) {
        return new WhenFactorRemovedThenAlert(alerts);
    }

    @Bean
    WhenGuardCapReachedThenAlert whenGuardCapReachedThenAlert(Alerts alerts) {
        return new WhenGuardCapReachedThenAlert(alerts);
    }
}
