package dev.bonafide.guard;

import dev.bonafide.kernel.Clock;
import dev.bonafide.log.AggregateType;
import dev.bonafide.log.Aggregates;
import dev.bonafide.log.Commands;
import dev.bonafide.log.IdentifierKey;
import dev.bonafide.store.Documents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room has. */
@Configuration(proxyBeanMethods = false)
class GuardBeans {
    @Bean
    GuardEvents guardEvents() {
        return new GuardEvents();
    }

    @Bean
    AggregateType<?, ?> guardType() {
        return Guard.TYPE;
    }

    @Bean
    KnownPlaces knownPlaces(Documents documents, Clock clock, IdentifierKey key) {
        return new KnownPlaces(documents, clock, key);
    }

    @Bean
    Nobody nobody(Documents documents, Clock clock) {
        return new Nobody(documents, clock);
    }

    @Bean
    GuardWaits guardWaits() {
        return new GuardWaits();
    }

    @Bean
    GuardHandler guardHandler(Aggregates aggregates) {
        return new GuardHandler(aggregates);
    }

    @Bean
    NobodyReport nobodyReport(Nobody nobody, Commands commands, Clock clock) {
        return new NobodyReport(nobody, commands, clock);
    }
}
