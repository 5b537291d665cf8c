package dev.bonafide.log.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.log.EventLog;
import dev.bonafide.log.Meta;
import dev.bonafide.log.Onward;
import dev.bonafide.log.Recorded;
import dev.bonafide.log.commit.CommitCodec;
import dev.bonafide.log.event.EventCodec;
import dev.bonafide.log.event.Undecodable;
import dev.bonafide.log.example.Example;
import dev.bonafide.log.example.ExampleCommand.RaiseTally;
import dev.bonafide.log.example.ExampleCommand.WriteNote;
import dev.bonafide.log.example.NoteEvent;
import dev.bonafide.log.example.TallyEvent;
import dev.bonafide.log.genesis.LogStarted;
import dev.bonafide.log.tail.Applied;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class LogOnwardTest {
    private static final IdentityId ADA = new IdentityId(new UUID(7, 7));
    private static final Duration LONG = Duration.ofMinutes(2);

    private final MemoryStore store = new MemoryStore(new FakeClock());
    private final EventLog log = Example.start(store);

    @AfterEach
    void close() {
        log.close();
    }

    private void raise() {
        log.commands().send(new RaiseTally(1, 1), Meta.system());
    }

    /** One commit with two events. */
    private void write(int note) {
        log.commands().send(new WriteNote(1, note, new Sealed.Fresh(ADA, "hello")), Meta.system());
    }

    private static List<Long> walk(Onward onward, long after, int commits) {
        List<Long> positions = new ArrayList<>();
        long at = after;
        for (var page = onward.after(at, commits);
                !page.isEmpty();
                page = onward.after(at, commits)) {
            page.stream().map(Recorded::position).forEach(positions::add);
            at = positions.getLast();
        }
        return positions;
    }

    @Test
    void readsOnFromEveryPositionAlsoWithinACommit() {
        for (int i = 0; i < 4; i++) {
            raise();
            write(i);
        }
        long head = log.position();
        assertThat(head).isEqualTo(13);
        for (int commits = 1; commits < 5; commits++) {
            for (long after = 0; after <= head; after++) {
                assertThat(walk(log.onward(), after, commits))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(after + 1, head).boxed().toList());
            }
        }
    }

    @Test
    void endsWhereTheNodeHasApplied() {
        raise();
        write(1);
        write(2);
        Applied applied = new Applied(4);
        Onward onward = new LogOnward(store.log(), codec(NoteEvent.Written.class), applied);
        assertThat(walk(onward, 0, 9)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(walk(onward, 3, 9)).containsExactly(4L);
    }

    private static CommitCodec codec(Class<?>... more) {
        var known = new ArrayList<Class<?>>(List.of(LogStarted.class, TallyEvent.Raised.class));
        known.addAll(List.of(more));
        var events = new EventCodec(List.of(() -> known), List.of());
        return new CommitCodec(events, Entropy.system(), Example.SEALER);
    }

    /** Without the type of notes. */
    @Test
    void givesWhatItCanReadAndThenSaysThatItCannot() {
        raise();
        raise();
        write(1);
        Onward older = new LogOnward(store.log(), codec(), new Applied(log.position()));
        assertThat(older.after(0, 9)).extracting(Recorded::position).containsExactly(1L, 2L, 3L);
        assertThatThrownBy(() -> older.after(3, 9)).isInstanceOf(Undecodable.class);
    }

    @Test
    void wakesWhoeverFollowsAndGoesOnAfterAFailure() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch failed = new CountDownLatch(1);
        CountDownLatch heard = new CountDownLatch(1);
        try (Onward.Watch watch =
                log.onward().watch("test", LONG, () -> follow(begun, failed, heard))) {
            assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
            watch.wake();
            assertThat(failed.await(1, TimeUnit.MINUTES)).isTrue();
            raise();
            assertThat(heard.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private void follow(CountDownLatch begun, CountDownLatch failed, CountDownLatch heard) {
        if (begun.getCount() > 0) {
            begun.countDown();
        } else if (failed.getCount() > 0) {
            failed.countDown();
            throw new IllegalStateException("once");
        }
        if (log.position() > 1) {
            heard.countDown();
        }
    }
}
