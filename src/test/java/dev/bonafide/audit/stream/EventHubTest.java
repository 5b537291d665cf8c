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
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class EventHubTest {
    private static final IdentityId ADA = new IdentityId(new UUID(7, 7));

    private final MemoryStore store = new MemoryStore(new FakeClock());
    private final EventLog log = Example.start(store);
    private final AtomicLong ticks = new AtomicLong();
    private final EventHub hub = new EventHub(log.onward(), EventHubTest::told, ticks::get);

    /** Tells of notes and tallies; the data are the position. */
    private static Optional<PublicEvent> told(Recorded recorded) {
        return Optional.of(recorded)
                .filter(event -> !event.name().startsWith("log."))
                .map(event ->
                        new PublicEvent(
                                event.position(), event.name(), Long.toString(event.position())));
    }

    @AfterEach
    void close() {
        hub.close();
        log.close();
    }

    private void raise() {
        log.commands().send(new RaiseTally(1, 1), Meta.system());
    }

    private void write(int note) {
        log.commands().send(new WriteNote(1, note, new Sealed.Fresh(ADA, "x")), Meta.system());
    }

    private Subscriber after(long position, String... types) {
        return hub.subscriber(new LogPosition("1", position), Set.of(types));
    }

    private static List<String> positions(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(Long::toString).toList();
    }

    @Test
    void saysFirstWhereItBegins() {
        Listener listener = Listener.greedy(after(1));
        assertThat(listener.hears("id: 1-1\n\n")).isTrue();
        assertThat(listener.text()).startsWith("retry: 2000\n: bonafide events, version 1\n");
    }

    @Test
    void tellsWhatWasAndWhatComes() {
        raise();
        write(1);
        Listener listener = Listener.greedy(after(0));
        assertThat(listener.hears("data: 4\n\n")).isTrue();
        raise();
        assertThat(listener.hears("data: 5\n\n")).isTrue();
        assertThat(listener.data()).isEqualTo(positions(2, 5));
    }

    @Test
    void goesOnWithinACommit() {
        write(1);
        write(2);
        for (long after = 1; after <= 5; after++) {
            Listener listener = Listener.greedy(after(after));
            raise();
            assertThat(listener.hears("data: " + log.position() + "\n\n")).isTrue();
            assertThat(listener.data()).isEqualTo(positions(after + 1, log.position()));
        }
    }

    @Test
    void tellsOnlyTheTypesThatAreAskedForButTheIdGoesOn() {
        Listener listener = Listener.greedy(after(0, "note.written"));
        raise();
        write(1);
        assertThat(listener.hears("data: 4\n\n")).isTrue();
        raise();
        raise();
        passes(Subscriber.HEARTBEAT.toNanos());
        assertThat(listener.hears("id: 1-6\n\n")).isTrue();
        assertThat(listener.data()).containsExactly("4");
    }

    private void passes(long nanos) {
        ticks.addAndGet(nanos);
        hub.wake();
    }

    /** The first two are for the ear; rounds without a reason say nothing. */
    @Test
    void saysThatItLivesAfterSomeSilenceAndNotBefore() {
        Listener listener = Listener.greedy(after(1));
        assertThat(listener.hears("id: 1-1\n\n")).isTrue();
        passes(Subscriber.HEARTBEAT.toNanos() - 1);
        raise();
        assertThat(listener.hears("data: 2\n\n")).isTrue();
        passes(Subscriber.HEARTBEAT.toNanos() - 1);
        Listener other = Listener.greedy(after(1));
        assertThat(other.hears("data: 2\n\n")).isTrue();
        assertThat(listener.text()).doesNotContain("heartbeat");
        passes(1);
        assertThat(listener.hears(": heartbeat\nid: 1-2\n\n")).isTrue();
        assertThat(other.text()).doesNotContain("heartbeat");
    }

    @Test
    void dropsWhoeverIsSlowWithAWordAndDoesNotSlowOthers() {
        Listener slow = Listener.lazy(after(0));
        Listener quick = Listener.greedy(after(0));
        assertThat(slow.hears("version 1")).isTrue();
        for (int i = 0; i < 50; i++) {
            raise();
        }
        assertThat(quick.hears("data: 51\n\n")).isTrue();
        passes(Subscriber.SLOW.toNanos() - 1);
        raise();
        assertThat(quick.hears("data: 52\n\n")).isTrue();
        assertThat(slow.text()).doesNotContain("event: end");
        passes(1);
        assertThat(slow.hears("event: end\ndata: {\"reason\":\"slow\"")).isTrue();
        raise();
        assertThat(quick.hears("data: 53\n\n")).isTrue();
        assertThat(slow.data()).hasSize(1);
        assertThat(quick.data()).isEqualTo(positions(2, 53));
    }

    @Test
    void waitsForOneWhoTakesItsTimeAndHoldsOnePartForItAtMost() {
        Listener lazy = Listener.lazy(after(0));
        assertThat(lazy.hears("version 1")).isTrue();
        raise();
        lazy.take();
        assertThat(lazy.hears("data: 2\n\n")).isTrue();
        raise();
        raise();
        Listener witness = Listener.greedy(after(0));
        assertThat(witness.hears("data: 4\n\n")).isTrue();
        assertThat(lazy.data()).containsExactly("2");
        lazy.take();
        assertThat(lazy.hears("data: 4\n\n")).isTrue();
        assertThat(lazy.data()).isEqualTo(positions(2, 4));
    }

    @Test
    void tellsALongStretchInPartsAndLeavesNothingOutBetween() {
        for (int i = 0; i < 30; i++) {
            write(i);
        }
        String long10k = "x".repeat(10_000);
        try (EventHub wordy =
                new EventHub(
                        log.onward(),
                        event -> Optional.of(new PublicEvent(event.position(), "t", long10k)),
                        ticks::get)) {
            Subscriber all = wordy.subscriber(new LogPosition("1", 0), Set.of());
            Listener listener = Listener.greedy(all);
            assertThat(listener.hears("id: 1-61\ndata: x")).isTrue();
            assertThat(listener.data()).hasSize(61).containsOnly(long10k);
        }
    }

    @Test
    void takesSoManyAndNoMore() {
        List<Subscriber> all = new ArrayList<>();
        for (int i = 0; i < EventHub.STREAMS_MOST; i++) {
            assertThat(hub.full()).isFalse();
            all.add(after(1));
            Listener.greedy(all.getLast());
        }
        assertThat(hub.full()).isTrue();
        Listener beyond = Listener.greedy(after(1));
        assertThat(beyond.awaitOver()).isTrue();
        assertThat(beyond.text()).contains("event: end\ndata: {\"reason\":\"full\"");
        all.getFirst().gone();
        assertThat(hub.full()).isFalse();
    }
}
