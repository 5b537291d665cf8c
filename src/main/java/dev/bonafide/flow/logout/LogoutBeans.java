package dev.bonafide.flow.logout;

import dev.bonafide.flow.Caller;
import dev.bonafide.kernel.Clock;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Epoch;
import dev.bonafide.session.Sessions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room has. */
@Configuration(proxyBeanMethods = false)
class LogoutBeans {
    @Bean
    LogoutRoutes logoutRoutes(
            Commands commands, Sessions sessions, Caller caller, Clock clock, Epoch epoch) {
        return new LogoutRoutes(commands, sessions, caller, clock, epoch.value());
    }
}
