package dev.bonafide.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.guard.GuardEvent.AttemptFailed;
import dev.bonafide.guard.GuardEvent.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories: what is read back is what was live, and no more than 100 guesses get through.
 */
class GuardHistoryTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void th05ARestartFindsTheGuardAsItWas(long seed) {
        Random random = new Random(seed);
        for (int history = 0; history < 50; history++) {
            Attempts attempts = new Attempts(policy(random));
            for (int step = 0; step < 200; step++) {
                step(attempts, random);
                assertThat(replayed(attempts.events())).isEqualTo(attempts.state());
            }
            assertThat(longestRun(attempts.events())).isLessThanOrEqualTo(100);
        }
    }

    /** Guesses only when it is let through, as the handler does. */
    private static void step(Attempts attempts, Random random) {
        Lane lane = random.nextInt(3) == 0 ? Lane.KNOWN : Lane.STRANGER;
        boolean disabled = attempts.look(lane) instanceof GuardVerdict.Disabled;
        int chance = random.nextInt(400);
        if (chance == 0) {
            attempts.reset(disabled ? Reason.BOUND_ANEW : Reason.SUCCESS);
        } else if (chance < 40) {
            attempts.pass(Duration.ofSeconds(random.nextInt(2_000)));
        } else if (!disabled) {
            attempts.wrong(lane, 1);
        }
    }

    private static GuardPolicy policy(Random random) {
        return random.nextBoolean()
                ? GuardPolicy.SECOND_FACTOR
                : GuardPolicy.FIRST_FACTOR.withHardCap(true);
    }

    private static GuardState replayed(List<GuardEvent> events) {
        GuardState state = GuardState.CLEAR;
        for (GuardEvent event : events) {
            state = Guard.FOLD.evolve(state, event);
        }
        return state;
    }

    private static int longestRun(List<GuardEvent> events) {
        int longest = 0;
        int run = 0;
        for (GuardEvent event : events) {
            run =
                    event instanceof GuardEvent.Reset
                            ? 0
                            : run + (event instanceof AttemptFailed ? 1 : 0);
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
