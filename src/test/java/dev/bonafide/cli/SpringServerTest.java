package dev.bonafide.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import dev.bonafide.config.FileConfiguration;
import dev.bonafide.config.Part;
import dev.bonafide.config.Written;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;

@ExtendWith(OutputCaptureExtension.class)
class SpringServerTest {
    /** What happened, in order; the context makes its own beans, so they tell it here. */
    private static final List<String> HAPPENED = new ArrayList<>();

    record Session(@Default("24h") String lifespan) {}

    /** Without a stereotype, or the whole application would find it among its own. */
    static class Application {
        @Bean
        @Part
        Session session(Configuration configuration) {
            HAPPENED.add("bound");
            return configuration.bind("session", Session.class);
        }

        @Bean
        SmartLifecycle listeners(Session session) {
            return new Listeners();
        }
    }

    /** What starts when every bean is made. */
    private static final class Listeners implements SmartLifecycle {
        private boolean running;

        @Override
        public void start() {
            HAPPENED.add("listening");
            running = true;
        }

        @Override
        public void stop() {
            HAPPENED.add("stopped");
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }

    @BeforeEach
    void nothingHappenedYet() {
        HAPPENED.clear();
    }

    private static AutoCloseable start(String text) {
        FileConfiguration configuration = Written.yaml(text);
        return new SpringServer(Application.class).start(configuration);
    }

    @Test
    void listensWhenEveryRoomHasBoundItsRecordsAndStopsWhenClosed() throws Exception {
        try (AutoCloseable server = start("session: {lifespan: 1h}")) {
            assertThat(server).isNotNull();
            assertThat(HAPPENED).containsExactly("bound", "listening");
        }
        assertThat(HAPPENED).endsWith("stopped");
    }

    @Test
    void warnsOfKeysWithoutEffect(CapturedOutput output) throws Exception {
        start("log: {level: debug}").close();
        assertThat(output).contains("WARN", "log.level has no effect");
    }

    @Test
    void aKeyThatNobodyBoundStopsItBeforeAnythingListens(CapturedOutput output) {
        assertThatThrownBy(() -> start("session: {lifespam: 1h}"))
                .isInstanceOf(BadConfiguration.class)
                .hasMessageStartingWith(
                        "session.lifespam: is no known key; did you mean session.lifespan?");
        assertThat(HAPPENED).containsExactly("bound");
        assertThat(output.getAll())
                .doesNotContain("\tat ", "APPLICATION FAILED", "Application run failed");
    }

    @Test
    void aValueThatARoomRefusesStopsItWithoutAStackTrace(CapturedOutput output) {
        assertThatThrownBy(() -> start("session: {lifespan: 5}"))
                .isInstanceOf(BadConfiguration.class)
                .hasMessageStartingWith("session.lifespan: \"5\" is refused");
        assertThat(output.getAll())
                .doesNotContain("\tat ", "APPLICATION FAILED", "Application run failed");
    }
}
