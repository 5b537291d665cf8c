package dev.bonafide.flow.logout;

import dev.bonafide.config.Part;
import dev.bonafide.config.SecretsSettings;
import dev.bonafide.config.Setting;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.Desk;
import dev.bonafide.flow.FlowSettings;
import dev.bonafide.flow.ReturnTo;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.SealingKeys;
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

    @Bean
    @Part
    LogoutTokens logoutTokens(dev.bonafide.config.Configuration configuration) {
        return new LogoutTokens(
                configuration.setting(edition ->
                        SealingKeys.of(
                                SecretsSettings.of(edition).forCookies(), LogoutTokens.PURPOSE)));
    }

    @Bean
    @Part
    Setting<BrowserLogoutRoutes.Logout> logoutSettings(
            dev.bonafide.config.Configuration configuration) {
        return configuration.setting("selfservice.flows.logout", BrowserLogoutRoutes.Logout.class);
    }

    @Bean
    BrowserLogoutRoutes.Policy browserLogoutPolicy(
            Setting<FlowSettings> settings,
            Setting<BrowserLogoutRoutes.Logout> logout,
            ReturnTo returnTo,
            Clock clock) {
        return new BrowserLogoutRoutes.Policy(settings, logout, returnTo, clock);
    }

    @Bean
    BrowserLogoutRoutes browserLogoutRoutes(
            LogoutTokens tokens, Commands commands, Desk desk, BrowserLogoutRoutes.Policy policy) {
        return new BrowserLogoutRoutes(tokens, commands, desk, policy);
    }
}
