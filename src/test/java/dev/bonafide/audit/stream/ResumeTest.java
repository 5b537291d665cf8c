package dev.bonafide.audit.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.http.LogPosition;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.log.EventLog;
import dev.bonafide.log.Meta;
import dev.bonafide.log.Recorded;
import dev.bonafide.log.example.Example;
import dev.bonafide.log.example.ExampleCommand.RaiseTally;
import dev.bonafide.log.example.ExampleCommand.WriteNote;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nodes come and go, clients come and go, cut off in the middle of a word, while commits of one or
 * two events are written: each client hears each event once and in order.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ResumeTest {
    private static final IdentityId ADA = new IdentityId(new UUID(7, 7));
    private static final int LIVES = 5;
    private static final int CLIENTS = 4;
    private static final int WRITERS = 3;
    private static final int COMMITS = 60;

    private final MemoryStore store = new MemoryStore(new FakeClock());
    private final List<List<String>> heard = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void eachClientHearsEachEventOnceAndInOrder(long seed) throws Exception {
        IntStream.range(0, CLIENTS).forEach(_ -> heard.add(new ArrayList<>()));
        for (int life = 0; life < LIVES; life++) {
            live(seed * 100 + life);
        }
        List<String> all = finish();
        assertThat(all).hasSizeGreaterThan(LIVES * WRITERS * COMMITS);
        assertThat(heard).as("seed " + seed).allSatisfy(each -> assertThat(each).isEqualTo(all));
    }

    private static Optional<PublicEvent> told(Recorded event) {
        return Optional.of(new PublicEvent(event.position(), event.name(), data(event)));
    }

    private static String data(Recorded event) {
        return event.position() + " " + event.id();
    }

    /** One node from its start to its end. */
    private void live(long seed) throws InterruptedException, ExecutionException {
        SplittableRandom random = new SplittableRandom(seed);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                EventLog log = Example.start(store);
                EventHub hub = new EventHub(log.onward(), ResumeTest::told, System::nanoTime)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                SplittableRandom own = random.split();
                int number = i;
                all.add(threads.submit(() -> write(log, own, number)));
            }
            for (List<String> client : heard) {
                SplittableRandom own = random.split();
                all.add(threads.submit(() -> listen(hub, client, own)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
    }

    private static void write(EventLog log, SplittableRandom random, int tally) {
        for (int i = 0; i < COMMITS; i++) {
            if (random.nextInt(3) == 0) {
                log.commands().send(new RaiseTally(tally, 1), Meta.system());
            } else {
                Sealed text = new Sealed.Fresh(ADA, "x");
                log.commands().send(new WriteNote(tally, tally, text), Meta.system());
            }
        }
    }

    /** Comes, hears a random number of bytes, is cut off, and comes again where it was. */
    private static void listen(EventHub hub, List<String> into, SplittableRandom random) {
        int size = into.size();
        while (into.size() < size + COMMITS) {
            Subscriber subscriber = subscriber(hub, into);
            Listener listener = Listener.until(subscriber, 60 + random.nextInt(2_000));
            assertThat(listener.awaitOver()).isTrue();
            into.addAll(listener.data());
        }
    }

    /** The id of the last event that it has heard whole. */
    private static Subscriber subscriber(EventHub hub, List<String> heard) {
        String last = heard.isEmpty() ? "0 " : heard.getLast();
        long position = Long.parseLong(last.substring(0, last.indexOf(' ')));
        return hub.subscriber(new LogPosition("1", position), Set.of());
    }

    /** Lets all hear the rest; answers with what there was to hear. */
    private List<String> finish() {
        try (EventLog log = Example.start(store);
                EventHub hub = new EventHub(log.onward(), ResumeTest::told, System::nanoTime)) {
            List<String> all = new ArrayList<>();
            for (int at = 0; at < log.position(); at++) {
                Recorded next = log.onward().after(at, 1).getFirst();
                assertThat(next.position()).isEqualTo(at + 1);
                all.add(data(next));
            }
            for (List<String> client : heard) {
                Listener listener = Listener.greedy(subscriber(hub, client));
                boolean whole = client.equals(all) || listener.hears(all.getLast() + "\n\n");
                assertThat(whole).isTrue();
                client.addAll(listener.data());
            }
            return all;
        }
    }
}
