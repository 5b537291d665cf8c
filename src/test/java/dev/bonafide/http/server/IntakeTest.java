package dev.bonafide.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.http.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.Mono;

/** Many large bodies at once: memory is bounded over all of them (CWE-770). */
class IntakeTest {
    private static final int LARGE = 60_000;

    private final Intake intake = new Intake(64 * 1024, 100_000, Duration.ofSeconds(20));
    private final List<Throwable> refused = new ArrayList<>();

    /** A request whose body is read and then held, as by an endpoint that takes its time. */
    private reactor.core.Disposable hold(int size) {
        MockServerHttpRequest request =
                MockServerHttpRequest.post("/").contentLength(size).body("a".repeat(size));
        return intake.read(request, body -> Mono.never()).subscribe(never -> {}, refused::add);
    }

    @Test
    void refusesLargeBodiesBeyondTheMemoryForAllAndTakesThemWhenOthersEnd() {
        var first = hold(LARGE);
        hold(LARGE);
        hold(LARGE);
        assertThat(refused)
                .singleElement()
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> {
                            assertThat(problem.status()).isEqualTo(429);
                            assertThat(problem.headers()).containsEntry("Retry-After", "1");
                        });
        first.dispose();
        hold(LARGE);
        assertThat(refused).hasSize(1);
    }

    @Test
    void stillTakesSmallBodiesThen() {
        for (int i = 0; i < 10; i++) {
            hold(LARGE);
        }
        assertThat(refused).hasSize(8);
        hold(1000);
        assertThat(refused).hasSize(8);
    }
}
