package dev.bonafide.log.tail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.ChainedCommits;
import dev.bonafide.log.Folded;
import dev.bonafide.log.append.SimulatedStore;
import dev.bonafide.log.example.Tally;
import dev.bonafide.store.AppendResult.Acknowledged;
import dev.bonafide.store.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One node writes and three read, on a store that fails in every way: each reader sees every
 * position once and in order, and a strong read is never older than what was acknowledged before
 * it.
 */
class ReadSimulationTest {
    private static final int RUNS = Integer.getInteger("simulation.runs", 500) / 5;
    private static final int FAULTY_RUNS = 500;
    private static final int STEPS = 200;
    private static final int TALLIES = 4;

    @Test
    void readsNothingOlderThanWhatWasAcknowledged() {
        int reads = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            reads += new Run(seed, ReadFault.NONE).play();
        }
        assertThat(reads).as("answers").isGreaterThan(20 * RUNS);
    }

    /** A checker that never finds anything would be content with everything. */
    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void missesARuleThatIsTakenOut(ReadFault fault) {
        int seed = 0;
        while (seed < FAULTY_RUNS && !found(seed, fault)) {
            seed++;
        }
        assertThat(seed).as("a run that goes wrong without the rule").isLessThan(FAULTY_RUNS);
    }

    private static boolean found(int seed, ReadFault fault) {
        try {
            new Run(seed, fault).play();
            return false;
        } catch (AssertionError e) {
            return true;
        }
    }

    /** What happens, drawn from one seed. */
    private static final class Run {
        private final Random random;
        private final SimulatedStore store;
        private final List<ReadingNode> nodes = new ArrayList<>();
        private final ChainedCommits commits = new ChainedCommits();
        private final List<Commit> sent = new ArrayList<>();
        private final int[] acknowledged = new int[TALLIES];
        private final int seed;
        private int raising;
        private int reads;

        Run(int seed, ReadFault fault) {
            this.seed = seed;
            random = new Random(seed);
            store = new SimulatedStore(random);
            for (int i = 0; i < 3; i++) {
                nodes.add(new ReadingNode(store, random, fault, this::write));
            }
        }

        int play() {
            try {
                for (int i = 0; i < STEPS; i++) {
                    something();
                }
                return reads;
            } finally {
                nodes.forEach(ReadingNode::close);
            }
        }

        private void something() {
            ReadingNode node = nodes.get(random.nextInt(nodes.size()));
            switch (random.nextInt(10)) {
                case 0 -> store.tick();
                case 1, 2, 3 -> write();
                case 4 -> node.follow();
                case 5, 6 -> node.apply(random.nextInt(3));
                default -> read(node);
            }
        }

        /** The same bytes until they are acknowledged. */
        private void write() {
            if (sent.isEmpty()) {
                raising = random.nextInt(TALLIES);
                sent.add(commits.raise(raising));
            }
            boolean stored =
                    store.append(List.copyOf(sent)) instanceof Acknowledged
                            || store.at(sent.getFirst().position()).isPresent();
            if (stored) {
                sent.clear();
                acknowledged[raising]++;
            }
        }

        private void read(ReadingNode node) {
            int tally = random.nextInt(TALLIES);
            int least = acknowledged[tally];
            try {
                Folded<Tally.State> read = node.strong(tally);
                assertThat(read.state().total())
                        .as("seed %s: tally %s at %s", seed, tally, read.position())
                        .isGreaterThanOrEqualTo(least)
                        .isEqualTo(truth(tally, read.position()));
                reads++;
            } catch (Unavailable e) {
                // never an older answer
            }
        }

        private int truth(int tally, long position) {
            return (int)
                    store.stream(Tally.stream(tally), 0, 0, Integer.MAX_VALUE).stream()
                            .filter(commit -> commit.last() <= position)
                            .count();
        }
    }
}
