package dev.bonafide.store;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Configuration;
import dev.bonafide.config.Part;
import dev.bonafide.config.StoreSettings;
import dev.bonafide.kernel.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** What this room has. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class StoreBeans {
    private static final Logger LOG = LoggerFactory.getLogger(StoreBeans.class);

    /** EX_IOERR of sysexits: whoever supervises the process starts it anew. */
    private static final int CANNOT_WRITE = 74;

    @Bean
    @Part
    StoreSettings storeSettings(Configuration configuration) {
        StoreSettings settings = StoreSettings.of(configuration);
        try {
            Stores.check(settings.dsn());
        } catch (NotOpened e) {
            String key = configuration.names("bonafide.dsn") ? "bonafide.dsn" : "dsn";
            throw new BadConfiguration(key, "is refused: " + e.getMessage());
        }
        return settings;
    }

    @Bean
    @ConditionalOnMissingBean
    Store store(StoreSettings settings, Clock clock) {
        return Stores.open(settings.dsn(), clock, StoreBeans::stop);
    }

    @Bean
    CommitLog commitLog(Store store) {
        return store.log();
    }

    @Bean
    Keys keys(Store store) {
        return store.keys();
    }

    @Bean
    Documents documents(Store store) {
        return store.documents();
    }

    @Bean
    Sweeper sweeper(Store store) {
        return new Sweeper(store);
    }

    /** Halts without hooks: what can't be written any more must not be tidied up either. */
    private static void stop(Throwable cause) {
        LOG.error("the store can't be written any more; the process ends", cause);
        Runtime.getRuntime().halt(CANNOT_WRITE);
    }
}
