package dev.bonafide.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.bonafide.log.append.SimulatedNode.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Three nodes on a store that fails in every way, thousands of times, each run from its seed. To
 * see one again: {@code run(seed)}.
 */
class AppendSimulationTest {
    private static final int RUNS = Integer.getInteger("simulation.runs", 500);
    private static final int STEPS = 250;

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

    private static Outcomes run(int seed) {
        try {
            return new Run(new Random(seed)).play();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private static final class Run {
        private final Random random;
        private final SimulatedStore store;
        private final List<SimulatedNode> nodes = new ArrayList<>();
        private final List<Wanted> wanted = new ArrayList<>();
        private final Outcomes outcomes = new Outcomes();

        Run(Random random) {
            this.random = random;
            this.store = new SimulatedStore(random);
            for (int i = 0; i < 3; i++) {
                nodes.add(new SimulatedNode(store, random, i));
            }
        }

        Outcomes play() {
            for (int i = 0; i < STEPS; i++) {
                something();
            }
            settle();
            wanted.forEach(outcomes::ask);
            outcomes.check(store.durable());
            return outcomes;
        }

        private void something() {
            int which = random.nextInt(nodes.size());
            SimulatedNode node = nodes.get(which);
            switch (random.nextInt(40)) {
                case 0 -> crash(which);
                case 1 -> giveUp();
                case 2, 3, 4, 5 -> store.tick();
                case 6, 7, 8, 9 -> node.follow();
                case 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 -> node.apply();
                case 20, 21, 22, 23, 24, 25, 26, 27, 28 -> node.step();
                default -> wanted.add(node.want());
            }
        }

        /** Another takes its place; what it had in flight may still arrive. */
        private void crash(int which) {
            nodes.set(which, new SimulatedNode(store, random, which));
        }

        private void giveUp() {
            if (!wanted.isEmpty()) {
                outcomes.ask(wanted.remove(random.nextInt(wanted.size())));
            }
        }

        private void settle() {
            store.heal();
            for (int i = 0; i < 100; i++) {
                nodes.forEach(SimulatedNode::follow);
                nodes.forEach(SimulatedNode::step);
            }
            for (SimulatedNode node : nodes) {
                assertThat(node.idle()).as("settled").isTrue();
                assertThat(node.known().fault()).isEmpty();
            }
        }
    }
}
