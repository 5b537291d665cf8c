package dev.bonafide.cli;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.FileConfiguration;
import dev.bonafide.config.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/**
 * The server as one Spring context: the parts of the configuration are made before any other bean,
 * and what none of them bound is looked at then, so that a bad file opens no store.
 */
public final class SpringServer implements Server {
    private static final Logger LOG = LoggerFactory.getLogger(SpringServer.class);

    /**
     * Spring reports a failed start by stack traces in three places; the command line says it in
     * one line.
     */
    private static final Map<String, Object> QUIET =
            Map.of(
                    "logging.level.org.springframework.boot.SpringApplication", "off",
                    "logging.level.org.springframework.boot.diagnostics", "off",
                    "logging.level.org.springframework.boot.autoconfigure", "warn",
                    "logging.level.com.networknt", "info",
                    "logging.level.org.mongodb.driver", "warn",
                    "logging.level.org.springframework.context.annotation.AnnotationConfigApplicationContext",
                            "error");

    private final Class<?> application;
    private final Consumer<GenericApplicationContext> more;

    /**
     * A server of this {@code @SpringBootConfiguration}; its listeners are beans that start with
     * the context.
     */
    public SpringServer(Class<?> application) {
        this(application, context -> {});
    }

    /** The same with beans of the caller's own, which stand before the application's. */
    public SpringServer(Class<?> application, Consumer<GenericApplicationContext> more) {
        this.application = application;
        this.more = more;
    }

    @Override
    public AutoCloseable start(FileConfiguration configuration) {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .addCommandLineProperties(false)
                .properties(QUIET)
                .initializers(context -> {
                    register(registry(context), configuration);
                    more.accept(registry(context));
                })
                .run();
    }

    private static GenericApplicationContext registry(ConfigurableApplicationContext context) {
        return (GenericApplicationContext) context;
    }

    private static void register(
            GenericApplicationContext context, FileConfiguration configuration) {
        context.registerBean(FileConfiguration.class, () -> configuration);
        context.addBeanFactoryPostProcessor(beans -> settle(beans, configuration));
        context.registerBean(Watching.class, () -> new Watching(configuration));
    }

    /** Makes the parts, and nothing else, before any other bean. */
    private static void settle(
            ConfigurableListableBeanFactory beans, FileConfiguration configuration) {
        List<Runnable> parts =
                Arrays.stream(beans.getBeanNamesForAnnotation(Part.class))
                        .<Runnable>map(name -> () -> make(beans, name))
                        .toList();
        configuration.settle(parts).forEach(LOG::warn);
    }

    private static void make(ConfigurableListableBeanFactory beans, String name) {
        try {
            beans.getBean(name);
        } catch (BeansException e) {
            throw NestedExceptionUtils.getMostSpecificCause(e) instanceof BadConfiguration bad
                    ? bad
                    : e;
        }
    }
}
