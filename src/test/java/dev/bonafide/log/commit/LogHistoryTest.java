package dev.bonafide.log.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.Meta;
import dev.bonafide.log.Recorded;
import dev.bonafide.log.event.EventCodec;
import dev.bonafide.log.example.Example;
import dev.bonafide.log.example.Tally;
import dev.bonafide.log.example.TallyEvent.Raised;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogHistoryTest {
    private final CommitLog log = new MemoryStore(new FakeClock()).log();
    private final CommitCodec codec =
            new CommitCodec(
                    new EventCodec(List.of(Example.EVENTS), List.of()),
                    byte[]::new,
                    Example.SEALER);
    private final StreamReader streams = new StreamReader(log, codec);
    private final LogHistory history = new LogHistory(log, streams);
    private Head head = Head.EMPTY;
    private long sequence;

    /** One commit of so many events of tally 1, at that second. */
    private void commit(int events, long second) {
        long first = sequence;
        List<NewEvent> decided =
                IntStream.range(0, events)
                        .mapToObj(i -> new NewEvent(Tally.stream(1), first + i, new Raised(1)))
                        .toList();
        Draft draft =
                codec.draft(
                        decided, List.of(new Read(Tally.stream(1), first - 1, 0)), Meta.system());
        Commit commit = Chain.link(head, draft, new byte[16], second * 1_000_000);
        log.append(List.of(commit));
        head = Head.of(commit);
        sequence += events;
    }

    private long positionAt(long second) {
        return history.positionAt(Instant.ofEpochSecond(second));
    }

    @Test
    void findsTheLastPositionNotAfterATime() {
        commit(1, 10);
        commit(3, 20);
        commit(1, 20);
        commit(2, 30);

        assertThat(positionAt(9)).isZero();
        assertThat(positionAt(10)).isEqualTo(1);
        assertThat(positionAt(19)).isEqualTo(1);
        assertThat(positionAt(20)).isEqualTo(5);
        assertThat(positionAt(29)).isEqualTo(5);
        assertThat(positionAt(30)).isEqualTo(7);
        assertThat(positionAt(1_000)).isEqualTo(7);
    }

    @Test
    void hasNoPositionInAnEmptyLog() {
        assertThat(positionAt(1_000)).isZero();
    }

    @Test
    void readsAStreamUpToAPosition() {
        commit(1, 10);
        commit(3, 20);

        assertThat(history.stream(Tally.stream(1), 1))
                .extracting(Recorded::position)
                .containsExactly(1L);
        assertThat(history.stream(Tally.stream(1), 3))
                .extracting(Recorded::position)
                .containsExactly(1L, 2L, 3L);
        assertThat(history.stream(Tally.stream(1), Long.MAX_VALUE)).hasSize(4);
        assertThat(history.stream(Tally.stream(2), 4)).isEmpty();
    }

    @Test
    void readsAStreamThatIsLongerThanAPage() {
        for (int i = 0; i < 450; i++) {
            commit(1, i);
        }
        assertThat(history.stream(Tally.stream(1), 450)).hasSize(450);
        assertThat(history.stream(Tally.stream(1), 200)).hasSize(200);
    }

    @Test
    void doesNotAnswerFromBeforeThePositionAskedFor() {
        commit(1, 10);
        assertThatThrownBy(() -> streams.events(Tally.stream(1), 2))
                .isInstanceOf(Unavailable.class);
    }
}
