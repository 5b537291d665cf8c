package dev.bonafide.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.bonafide.log.append.ForwardingLog;
import dev.bonafide.log.append.SimulatedStore;
import dev.bonafide.log.example.Tally;
import dev.bonafide.store.CommitLog;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.Store;
import dev.bonafide.store.memory.MemoryStore;
import dev.bonafide.store.mongodb.TestMongo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/**
 * Three nodes with all their threads on one store: clients at each, now and then one is killed and
 * begins anew, the clocks hours apart (as the setting allows here). How many commits, and which
 * draws: {@code -Dnodes.commits}, {@code -Dnodes.seed}. Each node's share of the appends is held in
 * simulated time ({@code FairnessTest}): here threads get what the machine has.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ThreeNodesTest {
    private static final int COMMITS = Integer.getInteger("nodes.commits", 400);
    private static final int SEED = Integer.getInteger("nodes.seed", 1);
    private static final int NODES = 3;
    private static final int CLIENTS = 4;
    private static final int KILLS = 5;
    private static final List<Long> WAYS = List.of(200_000L, 300_000L, 500_000L);

    private static final List<Logger> LOUD =
            Stream.of("dev.bonafide.log", "org.axonframework")
                    .map(name -> (Logger) LoggerFactory.getLogger(name))
                    .toList();

    private final Set<Long> seen = InOrder.positions();
    private final Books books = new Books(COMMITS);

    @BeforeEach
    void quiet() {
        LOUD.forEach(logger -> logger.setLevel(Level.OFF));
    }

    @AfterEach
    void loud() {
        LOUD.forEach(logger -> logger.setLevel(null));
    }

    @Test
    void keepTheirPromisesOnMongoDb() throws Exception {
        try (TestMongo mongo = new TestMongo();
                Store store = mongo.open(new FakeClock())) {
            play(store);
        }
    }

    @Test
    void keepTheirPromisesOnAStoreThatRollsBack() throws Exception {
        MemoryStore rest = new MemoryStore(new FakeClock());
        SteppedStore log = new SteppedStore(new SimulatedStore(new Random(SEED)));
        play(new Parts(log, rest.keys(), rest.documents()));
    }

    private void play(Store store) throws Exception {
        List<LiveNode> nodes = new ArrayList<>();
        try {
            for (int i = 0; i < NODES; i++) {
                nodes.add(new LiveNode(i, place(store, i)));
            }
            work(nodes, new Random(SEED));
            if (store.log() instanceof SteppedStore stepped) {
                stepped.heal();
            }
            for (LiveNode node : nodes) {
                check(node.log());
            }
        } finally {
            nodes.forEach(LiveNode::close);
        }
        assertThat(new LogVerifier(store.log()).verify(List.of()).finding()).isEmpty();
    }

    /** Clocks of three continents, none of them set right. */
    private LiveNode.Place place(Store store, int number) {
        FakeClock clock = new FakeClock();
        clock.advance(Duration.ofHours(5L * number));
        CommitLog timed =
                new ForwardingLog(store.log()) {
                    @Override
                    public Optional<Instant> time() {
                        return Optional.of(new FakeClock().now());
                    }
                };
        Parts parts = new Parts(timed, store.keys(), store.documents());
        return new LiveNode.Place(parts, WAYS.get(number), clock, seen);
    }

    private void work(List<LiveNode> nodes, Random random) throws Exception {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < NODES * CLIENTS; i++) {
            Worker worker = new Worker(nodes.get(i % NODES), books, random.nextLong());
            tasks.add(worker::work);
        }
        tasks.add(() -> kill(nodes, random));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> task : threads.invokeAll(tasks)) {
                assertThat(task.get()).isTrue();
            }
        }
    }

    private boolean kill(List<LiveNode> nodes, Random random) throws InterruptedException {
        for (int i = 1; i <= KILLS; i++) {
            books.await(i * COMMITS / (KILLS + 1));
            nodes.get(random.nextInt(NODES)).kill();
        }
        return true;
    }

    private void check(EventLog log) {
        long position = log.folds().strong();
        for (int tally = 0; tally < Books.TALLIES; tally++) {
            books.check(tally, log.folds().read(Tally.FOLD, Tally.stream(tally)).state().total());
        }
        assertThat(log.projections().await(InOrder.NAME, position, Duration.ofMinutes(1)))
                .as(() -> log.projections().status().toString())
                .isTrue();
        // the first position is the log's own
        assertThat(seen).hasSize((int) position - 1).doesNotContain(1L);
    }
}
