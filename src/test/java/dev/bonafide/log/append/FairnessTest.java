package dev.bonafide.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
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
    private long killedEvery = RUN;

    /** One of the nodes, and what it does next. */
    private final class Node {
        private final long way;
        private final Supplier<Turns> life;
        private Turns turns;
        private long at;
        private long known;
        private boolean flying;
        private int won;

        Node(long way, Supplier<Turns> life) {
            this.way = way * MILLI;
            this.life = life;
            this.turns = life.get();
        }

        void kill() {
            turns = life.get();
            flying = false;
            at = now + 500 * MILLI;
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
            String name = "node" + i + "-";
            AtomicInteger lives = new AtomicInteger();
            nodes.add(new Node(ways.get(i), () -> turns.apply(name + lives.incrementAndGet())));
        }
        int kills = 0;
        while (now < RUN) {
            if (now > (kills + 1) * killedEvery) {
                nodes.get(kills++ % nodes.size()).kill();
            }
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

    /** One node after the other is killed, and another begins in its place half a second later. */
    @Test
    void eachOfThreeNodesGetsItsShareThoughTheyAreKilledNowAndThen() {
        killedEvery = 4_000 * MILLI;
        assertThat(shares(List.of(4L, 5L, 9L), this::marked))
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
