package dev.bonafide.flow.aside;

import dev.bonafide.flow.Destinations;
import dev.bonafide.flow.ForwardedErrors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room has. */
@Configuration(proxyBeanMethods = false)
class AsideBeans {
    @Bean
    ErrorRoutes errorRoutes(ForwardedErrors errors) {
        return new ErrorRoutes(errors);
    }

    @Bean
    ChangePasswordRoute changePasswordRoute(Destinations destinations) {
        return new ChangePasswordRoute(destinations);
    }
}
