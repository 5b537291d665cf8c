package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Pattern NAMED = Pattern.compile("`(bonafide_[a-z_]+)");

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyMetricOfThePageIsThereAndEveryOtherOneIsOnThePage() throws IOException {
        String page = Files.readString(Path.of("docs/metrics.md"));
        String scraped = scraped();
        Matcher named = NAMED.matcher(page);
        while (named.find()) {
            assertThat(scraped).contains("# TYPE " + named.group(1) + " gauge");
        }
        scraped.lines()
                .filter(line -> line.startsWith("# TYPE bonafide_"))
                .forEach(line -> assertThat(page).contains("`" + line.split(" ", -1)[2]));
    }

    @Test
    void thePositionRisesWithWhatIsWritten() {
        double before = value("bonafide_log_position");
        Ada.registered(server);
        assertThat(value("bonafide_log_position")).isGreaterThan(before);
        assertThat(value("bonafide_log_ready")).isEqualTo(1);
        assertThat(value("bonafide_projection_stopped{projection=\"audit-1\"}")).isZero();
    }

    @Test
    void thePublicListenerHasNone() {
        assertThat(server.http().get("/metrics/prometheus", Map.of()).status()).isEqualTo(404);
    }

    private static double value(String name) {
        return scraped()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static String scraped() {
        return server.http().admin("GET", "/metrics/prometheus", "").body();
    }
}
