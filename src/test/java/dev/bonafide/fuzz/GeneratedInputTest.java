package dev.bonafide.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bonafide.http.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Requests without number at every route: none makes a server error, none that is refused is
 * written down, and no answer tells of the inside.
 *
 * <p>{@code -Dfuzz.seed} for other ones, {@code -Dfuzz.requests} for more or fewer.
 */
class GeneratedInputTest {
    private static final long SEED = Long.getLong("fuzz.seed", 20261125);
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 100_000);
    private static final int GUNNERS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Need what only a browser is handed: a sealed cookie, a form's token, an error's id. */
    private static final Set<String> UNREACHED =
            Set.of(
                    "PUBLIC GET /self-service/settings",
                    "PUBLIC GET /self-service/errors",
                    "PUBLIC POST /self-service/methods/oidc/callback",
                    "PUBLIC POST /self-service/methods/oidc/callback/{provider}",
                    "PUBLIC POST /ui/sessions");

    /** Has nothing to answer but where to go; who comes back from a provider is sent on. */
    private static final Pattern LEADS =
            Pattern.compile(
                    "PUBLIC GET /[.]well-known/change-password|PUBLIC GET /.*/oidc/callback.*");

    private static Range range;

    @BeforeAll
    static void fire() {
        if (!ApiFile.there()) {
            System.out.println("LEFT OUT: bodies and parameters of the API description");
        }
        range = new Range(new Target(beans -> {}), ApiFile.load());
        try (ExecutorService threads = Executors.newFixedThreadPool(GUNNERS)) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < GUNNERS; i++) {
                int number = i;
                done.add(threads.submit(() -> fire(number)));
            }
            assertThat(done)
                    .as("seed " + SEED)
                    .allSatisfy(each -> assertThat(each).succeedsWithin(PATIENCE));
        }
        System.out.println("seed " + SEED + ": " + range.results());
    }

    private static void fire(int number) {
        try (Gunner gunner = new Gunner(range, SEED, number)) {
            gunner.fire(REQUESTS / GUNNERS);
        }
    }

    @AfterAll
    static void stop() {
        range.target().close();
    }

    @Test
    void everyAnswerIsOneThatWasMeant() {
        assertThat(range.results().failures()).as("seed " + SEED).isEmpty();
    }

    @Test
    void nothingIsWrittenByARefusedRequest() {
        assertThat(range.target().witness().count()).isPositive();
        assertThat(range.target().witness().unexplained()).as("seed " + SEED).isEmpty();
    }

    @Test
    void nothingIsLoggedAsAnError() {
        assertThat(range.target().errors()).as("seed " + SEED).isEmpty();
    }

    @Test
    void hardlyAnyConnectionIsCutWithoutAnAnswer() {
        assertThat(range.results().count(0)).isLessThan(REQUESTS / 100);
    }

    /** Without the API description most parameters are not known, and nobody gets far by chance. */
    @Test
    void everyRouteIsReachedDeeply() {
        assumeTrue(ApiFile.there(), "the API description is not beside the project");
        for (Range.Aim aim : range.aims()) {
            Set<Integer> seen = range.results().statuses(aim.name());
            boolean leads = LEADS.matcher(aim.name()).matches();
            assertThat(seen)
                    .as(aim.name())
                    .anyMatch(status ->
                            status < (leads ? 400 : 300) || UNREACHED.contains(aim.name()));
        }
        assertThat(range.results().pairs()).isGreaterThan(3 * range.aims().size());
    }

    @Test
    void everyRouteIsKnownToTheGenerator() {
        assumeTrue(ApiFile.there(), "the API description is not beside the project");
        assertThat(range.target().routes())
                .allSatisfy(route -> assertThat(range.known(route)).as(name(route)).isPresent());
    }

    @Test
    void everyOperationIsServedOrLeftOutForAReason() {
        Set<String> served =
                range.target().routes().stream()
                        .map(GeneratedInputTest::name)
                        .collect(Collectors.toSet());
        for (Operation operation : range.api().operations()) {
            boolean left = NotBuilt.reason(operation.name()).isPresent();
            assertThat(served.contains(operation.name()))
                    .as(operation.name() + (left ? " is said not to be built" : " is not served"))
                    .isNotEqualTo(left);
        }
    }

    private static String name(Route route) {
        return route.method() + " " + route.path();
    }
}
