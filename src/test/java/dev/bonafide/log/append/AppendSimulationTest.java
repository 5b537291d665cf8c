package dev.bonafide.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/**
 * Three nodes on a store that fails in every way, thousands of times, each run from its seed. To
 * see one again: {@code run(seed)}.
 */
class AppendSimulationTest {
    private static final int RUNS = Integer.getInteger("simulation.runs", 500);
    private static final int FAULTY_RUNS = 2_000;

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.bonafide.log.append");

    @BeforeEach
    void quiet() {
        logger.setLevel(Level.OFF);
    }

    @AfterEach
    void loud() {
        logger.setLevel(null);
    }

    @Test
    void keepsItsPromisesHoweverTheStoreFails() {
        int acknowledged = 0;
        int refused = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Outcomes outcomes = run(seed);
            acknowledged += outcomes.acknowledgedCount();
            refused += outcomes.refusedCount();
        }
        assertThat(acknowledged).as("the nodes get somewhere").isGreaterThan(15 * RUNS);
        assertThat(refused).as("they meet").isGreaterThan(5 * RUNS);
    }

    /** A checker that never finds anything would be content with everything. */
    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void missesARuleThatIsTakenOut(Fault fault) {
        int seed = 0;
        while (seed < FAULTY_RUNS && !found(seed, fault)) {
            seed++;
        }
        assertThat(seed).as("a run that goes wrong without the rule").isLessThan(FAULTY_RUNS);
    }

    private static boolean found(int seed, Fault fault) {
        try {
            new SimulatedRun(new Random(seed), fault).play();
            return false;
        } catch (AssertionError | RuntimeException e) {
            return true;
        }
    }

    private static Outcomes run(int seed) {
        try {
            return new SimulatedRun(new Random(seed), Fault.NONE).play();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
