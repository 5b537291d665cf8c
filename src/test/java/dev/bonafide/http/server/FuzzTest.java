package dev.bonafide.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.bonafide.http.Call;
import dev.bonafide.http.Credentials;
import dev.bonafide.http.Keyset;
import dev.bonafide.http.LogPosition;
import dev.bonafide.http.Offset;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.server.HttpSettings.Calls;
import dev.bonafide.http.server.HttpSettings.Limits;
import dev.bonafide.http.server.HttpSettings.Waits;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** No input makes a 5xx, a line in the log, or an error in another shape (security.md HT-01). */
class FuzzTest {
    private static final long SEED = 20261124;
    private static final int REQUESTS = 3000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Short waits: many mutants promise more than they send. */
    private static final Limits LIMITS =
            new Limits(
                    64 * 1024,
                    4 * 1024,
                    4096,
                    new Calls(64, 4096, Duration.ofSeconds(20)),
                    new Waits(
                            Duration.ofMillis(300),
                            Duration.ofMillis(300),
                            Duration.ofSeconds(20)));

    private final Credentials credentials =
            new Credentials(() -> "ory_kratos_session", Optional::of);
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();

    private Reply query(Call call) {
        Keyset page = Keyset.of(call);
        call.query("a");
        Reply reply = Reply.json(200, call.queries("active"));
        return page.links(reply, call, Optional.of("key"));
    }

    private Reply thing(Call call) {
        LogPosition.of(call);
        Offset page = Offset.of(call);
        Reply reply = Reply.json(200, call.uuid("id"));
        return page.links(reply, call, 1000);
    }

    private Reply headers(Call call) {
        String all = credentials.token(call) + call.url() + call.address() + call.wantsJson();
        return Reply.json(200, Map.of("all", all, "cookies", call.cookies()));
    }

    @Test
    void answersWhateverComesWithLessThan500() {
        Route[] routes = {
            Route.open("GET", "/query", this::query),
            Route.open("GET", "/things/{id}", this::thing),
            Route.open("GET", "/headers", this::headers),
            Route.open("POST", "/body", call -> Reply.json(200, call.body()))
        };
        try (Logs logs = new Logs();
                House house = House.of(LIMITS, List.of("127.0.0.0/8"), routes)) {
            inParallel(number -> check(house.open(), number));
            assertThat(logs.atLeast(Level.WARN)).isEmpty();
            assertThat(Wire.once(house.open(), "GET", "/health/alive").status()).isEqualTo(200);
        }
        assertThat(statuses.getOrDefault(0, 0)).isLessThan(REQUESTS / 2);
        assertThat(statuses.keySet()).contains(200, 400, 404, 405, 415).allMatch(s -> s < 500);
    }

    private static void inParallel(IntConsumer check) {
        try (ExecutorService threads = Executors.newFixedThreadPool(48)) {
            List<Future<?>> checks = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                int number = i;
                checks.add(threads.submit(() -> check.accept(number)));
            }
            assertThat(checks).allSatisfy(done -> assertThat(done).succeedsWithin(PATIENCE));
        }
    }

    private void check(int port, int number) {
        String request = new Mutant(new SplittableRandom(SEED + number)).next();
        try (Wire wire = new Wire(port)) {
            wire.send(request);
            Answer answer = request.startsWith("HEAD ") ? wire.headOnly() : wire.answer();
            statuses.merge(answer.status(), 1, Integer::sum);
            assertThat(answer).as(request).satisfies(FuzzTest::checkShape);
        } catch (UncheckedIOException hungUp) {
            statuses.merge(0, 1, Integer::sum);
        }
    }

    private static void checkShape(Answer answer) {
        assertThat(answer.status()).isLessThan(500);
        if (answer.status() == 100) {
            return;
        }
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Request-ID")).matches("[A-Za-z0-9._-]{1,128}");
        if (answer.status() >= 400 && !answer.body().isEmpty()) {
            assertThat(answer.json().path("error").path("code").asInt()).isEqualTo(answer.status());
        }
    }
}
