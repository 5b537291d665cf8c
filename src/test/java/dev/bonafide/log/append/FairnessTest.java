package dev.bonafide.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Nodes that always have something to append, in simulated time: a batch is stored if nobody else's
 * was since its node read the head, which takes as long as the way to the store and back.
 */
class FairnessTest {
    private static final long MILLI = 1_000_000;
    private static final long RUN = 60_000 * MILLI;

    private final MemoryStore store = new MemoryStore(new FakeClock());
    private long now;
    private long head;

    /** One of the nodes, and what it does next. */
    private final class Node {
        private final long way;
        private final Turns turns;
        private long at;
        private long known;
        private boolean flying;
        private int won;

        Node(long way, Turns turns) {
            this.way = way * MILLI;
            this.turns = turns;
        }

        void act() {
            if (flying) {
                arrive();
            } else {
                depart();
            }
        }

        private void depart() {
            long hold = turns.holdMillis();
            if (hold == 0) {
                known = head;
                flying = true;
                turns.sent();
            }
            at = now + (hold == 0 ? way : hold * MILLI);
        }

        private void arrive() {
            flying = false;
            at = now + 1;
            if (known == head) {
                head++;
                won++;
                turns.stored();
            } else {
                turns.lost();
            }
        }
    }

    private List<Integer> shares(List<Long> ways, Function<String, Turns> turns) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            nodes.add(new Node(ways.get(i), turns.apply("node" + i)));
        }
        while (now < RUN) {
            Node next = nodes.stream().min(Comparator.comparingLong(node -> node.at)).orElseThrow();
            now = next.at;
            next.act();
        }
        int all = nodes.stream().mapToInt(node -> node.won).sum();
        return nodes.stream().map(node -> 100 * node.won / all).toList();
    }

    private Turns marked(String node) {
        return new SharedTurns(store.documents(), node, () -> now);
    }

    @Test
    void aSlowerNodeGetsNothingWithoutTurns() {
        assertThat(shares(List.of(10L, 10L, 10L, 25L), _ -> Turns.NONE).getLast()).isZero();
    }

    @Test
    void eachOfFourNodesGetsItsShareThoughOneIsSlower() {
        assertThat(shares(List.of(10L, 11L, 12L, 25L), this::marked))
                .allSatisfy(share -> assertThat(share).isGreaterThanOrEqualTo(20));
    }

    @Test
    void eachOfThreeNodesGetsItsShareThoughOneIsSlower() {
        assertThat(shares(List.of(3L, 4L, 20L), this::marked))
                .allSatisfy(share -> assertThat(share).isGreaterThanOrEqualTo(20));
    }

    @Test
    void nobodyWaitsForANodeThatIsGone() {
        Turns gone = marked("gone");
        Turns here = marked("here");
        for (int i = 0; i < SharedTurns.LOST_MAX; i++) {
            gone.sent();
            gone.lost();
        }
        here.sent();
        here.stored();
        assertThat(here.holdMillis()).isPositive();
        now += 100 * MILLI;
        assertThat(here.holdMillis()).isZero();
        now += Marks.VOID.toNanos();
        here.sent();
        here.stored();
        assertThat(here.holdMillis()).isZero();
    }

    @Test
    void nobodyWaitsOnceTheMarkedNodeHasCommitted() {
        Turns slow = marked("slow");
        Turns fast = marked("fast");
        for (int i = 0; i < SharedTurns.LOST_MAX; i++) {
            slow.sent();
            slow.lost();
        }
        fast.sent();
        fast.stored();
        assertThat(fast.holdMillis()).isPositive();
        slow.stored();
        assertThat(fast.holdMillis()).isZero();
    }
}
