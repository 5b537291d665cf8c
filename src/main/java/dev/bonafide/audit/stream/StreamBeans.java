package dev.bonafide.audit.stream;

import dev.bonafide.kernel.Ticker;
import dev.bonafide.log.Epoch;
import dev.bonafide.log.Folds;
import dev.bonafide.log.History;
import dev.bonafide.log.Onward;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this folder has. */
@Configuration(proxyBeanMethods = false)
class StreamBeans {
    @Bean
    EventHub eventHub(Onward log, History history) {
        return new EventHub(log, new PublicEvents(new Holders(history)), Ticker.system());
    }

    @Bean
    StreamRoutes streamRoutes(EventHub hub, Folds folds, Epoch epoch) {
        return new StreamRoutes(hub, folds, epoch);
    }
}
