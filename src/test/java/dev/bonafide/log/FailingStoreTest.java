package dev.bonafide.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.append.SimulatedStore;
import dev.bonafide.log.example.Example;
import dev.bonafide.log.example.ExampleCommand.CopyTally;
import dev.bonafide.log.example.ExampleCommand.RaiseTally;
import dev.bonafide.log.example.Note;
import dev.bonafide.log.example.NoteEvent;
import dev.bonafide.log.example.Tally;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * Two whole nodes, their threads and all, over one store that fails as it likes: whoever got an
 * answer finds it in the log, and every decision stood on what was so.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class FailingStoreTest {
    private static final int TALLIES = 3;
    private static final int COMMANDS = 150;
    private static final Sealed TEXT = new Sealed.Fresh(new IdentityId(new UUID(0, 1)), "x");

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.bonafide.log.append");
    private final AtomicInteger[] raised = counters();
    private final AtomicInteger[] unknown = counters();

    private static AtomicInteger[] counters() {
        return IntStream.range(0, TALLIES)
                .mapToObj(_ -> new AtomicInteger())
                .toArray(AtomicInteger[]::new);
    }

    @BeforeEach
    void quiet() {
        logger.setLevel(Level.OFF);
    }

    @AfterEach
    void loud() {
        logger.setLevel(null);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void losesAndDoublesNothing(int seed) throws Exception {
        SteppedStore stepped = new SteppedStore(new SimulatedStore(new Random(seed)));
        MemoryStore rest = new MemoryStore(new FakeClock());
        Parts store = new Parts(stepped, rest.keys(), rest.documents());
        try (EventLog one = Example.start(store);
                EventLog two = Example.start(store)) {
            work(List.of(one, two), seed);
            stepped.heal();
            one.folds().strong();
            check(one);
        }
        assertThat(new LogVerifier(stepped).verify(List.of()).finding()).isEmpty();
    }

    private void work(List<EventLog> nodes, int seed) throws InterruptedException {
        Random random = new Random(seed);
        List<Callable<Boolean>> commands = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            EventLog node = nodes.get(random.nextInt(nodes.size()));
            int tally = random.nextInt(TALLIES);
            boolean copy = random.nextBoolean();
            commands.add(() -> run(node, tally, copy));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            assertThat(threads.invokeAll(commands)).allMatch(Future::resultNow);
        }
    }

    private boolean run(EventLog node, int tally, boolean copy) {
        try {
            if (copy) {
                node.commands().send(new CopyTally(tally, tally, TEXT), Meta.system());
            } else {
                node.commands().send(new RaiseTally(tally, 1), Meta.system());
                raised[tally].incrementAndGet();
            }
        } catch (Unavailable e) {
            if (!copy && !String.valueOf(e.getMessage()).startsWith("not done")) {
                unknown[tally].incrementAndGet();
            }
        }
        return true;
    }

    private void check(EventLog node) {
        for (int tally = 0; tally < TALLIES; tally++) {
            int total = node.folds().read(Tally.FOLD, Tally.stream(tally)).state().total();
            assertThat(total)
                    .isBetween(raised[tally].get(), raised[tally].get() + unknown[tally].get());
            checkNotes(node, tally);
        }
        assertThat(raised[0].get()).isPositive();
    }

    /** A note holds what the tally was when it was committed, though it did not write the tally. */
    private static void checkNotes(EventLog node, int tally) {
        List<Recorded> raises = node.history().stream(Tally.stream(tally), node.position());
        for (Recorded note : node.history().stream(Note.stream(tally), node.position())) {
            long before =
                    raises.stream().filter(raise -> raise.position() < note.position()).count();
            assertThat(((NoteEvent.Written) note.event()).tally()).isEqualTo((int) before);
        }
    }
}
