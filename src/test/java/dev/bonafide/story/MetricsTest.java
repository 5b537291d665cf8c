package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Pattern NAMED = Pattern.compile("`(bonafide_[a-z_]+)");
    private static final String REQUESTS = "bonafide_http_requests_seconds_count";

    private static TestServer server;
    private static Ada ada;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        ada = Ada.registered(server);
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
            assertThat(scraped).contains("# TYPE " + named.group(1) + " ");
        }
        scraped.lines()
                .filter(line -> line.startsWith("# TYPE bonafide_"))
                .map(line -> line.split(" ", -1)[2].replaceFirst("_max$", ""))
                .forEach(name -> assertThat(page).contains("`" + name));
    }

    /** Each with as many lines as this program has names: none grows with what is sent. */
    @Test
    void labelsComeFromThisProgramAlone() {
        List<String> labels =
                scraped()
                        .lines()
                        .filter(line -> line.startsWith("bonafide_") && line.contains("{"))
                        .flatMap(line -> Pattern.compile("([a-z]+)=").matcher(line).results())
                        .map(found -> found.group(1))
                        .distinct()
                        .toList();
        assertThat(labels)
                .isSubsetOf(
                        "projection",
                        "listener",
                        "method",
                        "route",
                        "status",
                        "answer",
                        "reason",
                        "le");
        strangers(0);
        long lines = lines(REQUESTS);
        for (int i = 1; i < 50; i++) {
            strangers(i);
        }
        assertThat(lines(REQUESTS)).isEqualTo(lines);
        assertThat(scraped()).doesNotContain("nowhere-").doesNotContain("/schemas/x");
    }

    private static void strangers(int number) {
        Raw raw = new Raw(server.http().publicPort());
        raw.send("GET", "/nowhere-" + number, Map.of(), Raw.Body.NONE);
        raw.send("BREW" + number, "/schemas", Map.of(), Raw.Body.NONE);
        raw.send("GET", "/schemas/x" + number, Map.of(), Raw.Body.NONE);
    }

    @Test
    void thePositionRisesWithWhatIsWritten() {
        double before = value("bonafide_log_position");
        Ada.registered(server);
        assertThat(value("bonafide_log_position")).isGreaterThan(before);
        assertThat(value("bonafide_log_head")).isEqualTo(value("bonafide_log_position"));
        assertThat(value("bonafide_log_tail_lag")).isZero();
        assertThat(value("bonafide_log_ready")).isEqualTo(1);
        assertThat(value("bonafide_projection_stopped{projection=\"audit-1\"}")).isZero();
    }

    @Test
    void appendsAreCountedAndTimed() {
        double batches = value("bonafide_append_batch_commits_count");
        double commits = value("bonafide_append_batch_commits_sum");
        double appends = value("bonafide_append_seconds_count");
        Ada.registered(server);
        assertThat(value("bonafide_append_batch_commits_count")).isGreaterThan(batches);
        assertThat(value("bonafide_append_batch_commits_sum")).isGreaterThan(commits);
        assertThat(value("bonafide_append_seconds_count")).isGreaterThan(appends);
        assertThat(value("bonafide_append_store_seconds_count{answer=\"stored\"}")).isPositive();
    }

    @Test
    void guessesThatCameTooSoonAreCountedByMethod() {
        String waiting = "bonafide_guard_refused_total{answer=\"waiting\",method=\"password\"}";
        double before = value(waiting);
        Ada guessed = Ada.registered(server);
        for (int i = 0; i < 7; i++) {
            guessed.password(guessed.begin("login", "?refresh=true"), "not hers");
        }
        assertThat(value(waiting)).isEqualTo(before + 1);
        server.clock().forward(Duration.ofMinutes(1));
    }

    @Test
    void commandsThatAreNotDoneAreCountedByReason() {
        String taken = "bonafide_commands_refused_total{reason=\"identifier.taken\"}";
        assertThat(new Ada(server, ada.email()).register().status()).isEqualTo(400);
        double before = value(taken);
        assertThat(new Ada(server, ada.email()).register().status()).isEqualTo(400);
        assertThat(value(taken)).isEqualTo(before + 1);
    }

    @Test
    void requestsAreCountedByRouteAndStatus() {
        String whoami =
                REQUESTS
                        + "{listener=\"public\",method=\"GET\","
                        + "route=\"/sessions/whoami\",status=\"200\"}";
        assertThat(ada.whoami().status()).isEqualTo(200);
        double before = value(whoami);
        assertThat(ada.whoami().status()).isEqualTo(200);
        assertThat(value(whoami)).isEqualTo(before + 1);
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
                .orElseThrow(() -> new AssertionError(name + " is not in\n" + scraped()));
    }

    private static long lines(String name) {
        return scraped().lines().filter(line -> line.startsWith(name + "{")).count();
    }

    private static String scraped() {
        return server.http().admin("GET", "/metrics/prometheus", "").body();
    }
}
