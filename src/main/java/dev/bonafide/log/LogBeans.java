package dev.bonafide.log;

import dev.bonafide.config.LogSettings;
import dev.bonafide.config.Part;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Sealer;
import dev.bonafide.store.Store;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room has. The log is open, so that handlers can be made, before it takes commands. */
@Configuration(proxyBeanMethods = false)
class LogBeans {
    @Bean
    EventLog.Node node(Clock clock, Entropy entropy, Sealer sealer, Normaliser normaliser) {
        return new EventLog.Node(clock, entropy, sealer, normaliser.version());
    }

    @Bean
    EventLog.Model model(
            List<EventTypes> events,
            List<Upcaster> upcasters,
            List<AggregateType<?, ?>> aggregates) {
        return new EventLog.Model(events, upcasters, aggregates);
    }

    @Bean
    @Part
    LogSettings logSettings(dev.bonafide.config.Configuration configuration) {
        return configuration.bind("bonafide.log", LogSettings.class);
    }

    @Bean
    EventLog eventLog(Store store, EventLog.Node node, EventLog.Model model, LogSettings own) {
        var settings = EventLog.Settings.defaults().withClockSkewMax(own.clockSkewMax());
        return EventLog.open(store, node, model, settings);
    }

    @Bean
    LogStart logStart(EventLog log, List<Handler> handlers, List<Projection> projections) {
        return new LogStart(log, handlers, projections);
    }

    @Bean
    Commands commands(EventLog log) {
        return log.commands();
    }

    @Bean
    Folds folds(EventLog log) {
        return log.folds();
    }

    @Bean
    Aggregates aggregates(EventLog log) {
        return log.aggregates();
    }

    @Bean
    Projections projections(EventLog log) {
        return log.projections();
    }

    @Bean
    History history(EventLog log) {
        return log.history();
    }

    @Bean
    Onward onward(EventLog log) {
        return log.onward();
    }

    @Bean
    IdentifierKey identifierKey(EventLog log) {
        return log.identifierKey();
    }

    @Bean
    Epoch epoch(EventLog log) {
        return new Epoch(Long.toString(log.epoch()));
    }
}
