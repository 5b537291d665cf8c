package dev.bonafide;

import dev.bonafide.http.Impairment;
import dev.bonafide.http.ReadinessCheck;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.log.EventLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The rooms put together: each declares what it has in a {@code …Beans} class of its own. No
 * auto-configuration takes part, so nothing runs that no room asked for.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan(basePackageClasses = Application.class)
public class Application {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system();
    }

    @Bean
    Entropy entropy() {
        return Entropy.system();
    }

    @Bean
    ReadinessCheck logReadiness(EventLog log) {
        return new ReadinessCheck() {
            @Override
            public String name() {
                return "log";
            }

            @Override
            public Optional<String> problem() {
                return Optional.of(log.health().problem()).filter(problem -> !problem.isEmpty());
            }
        };
    }

    /** Whatever must be right reads no view, so one that stopped takes nothing out of service. */
    @Bean
    Impairment stoppedProjections(EventLog log) {
        return new Impairment() {
            @Override
            public String name() {
                return "projections";
            }

            @Override
            public List<String> impaired() {
                return log.projections().status().entrySet().stream()
                        .filter(one -> !one.getValue().failure().isEmpty())
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
            }
        };
    }
}
