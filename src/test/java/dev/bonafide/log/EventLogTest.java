package dev.bonafide.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.FlowId;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.log.Commands.Done;
import dev.bonafide.log.example.Example;
import dev.bonafide.log.example.ExampleCommand.CloseTally;
import dev.bonafide.log.example.ExampleCommand.FailChecked;
import dev.bonafide.log.example.ExampleCommand.GuessOnce;
import dev.bonafide.log.example.ExampleCommand.LoadBackwards;
import dev.bonafide.log.example.ExampleCommand.LookAtTally;
import dev.bonafide.log.example.ExampleCommand.RaiseTally;
import dev.bonafide.log.example.ExampleCommand.WriteNote;
import dev.bonafide.log.example.Note;
import dev.bonafide.log.example.NoteEvent;
import dev.bonafide.log.example.Tally;
import dev.bonafide.store.Commit;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class EventLogTest {
    private static final IdentityId ADA = new IdentityId(new UUID(7, 7));
    private static final Meta META =
            new Meta(
                    "person",
                    "r1",
                    new FlowId(new UUID(1, 1)),
                    null,
                    new Sealed.Fresh(ADA, "1.2.3.4"));

    private final MemoryStore store = new MemoryStore(new FakeClock());
    private final EventLog log = Example.start(store);

    @AfterEach
    void close() {
        log.close();
    }

    private <A> Done<A> send(Command<A> command) {
        return log.commands().send(command, META);
    }

    private int total(long tally) {
        return log.folds().read(Tally.FOLD, Tally.stream(tally)).state().total();
    }

    @Test
    void answersAndHasAppliedTheCommit() {
        Done<Integer> done = send(new RaiseTally(1, 5));

        assertThat(done.answer()).isEqualTo(5);
        assertThat(done.position()).isEqualTo(2);
        assertThat(log.position()).isEqualTo(2);
        assertThat(total(1)).isEqualTo(5);
        assertThat(send(new RaiseTally(1, 2)).answer()).isEqualTo(7);
    }

    @Test
    void recordsEachEventOnItsOwnStreamInOneCommit() {
        send(new RaiseTally(1, 5));
        send(new WriteNote(1, 1, new Sealed.Fresh(ADA, "hello")));

        Commit commit = store.log().last().orElseThrow();
        assertThat(commit.keys())
                .containsExactly(
                        new Commit.Key(Tally.stream(1), 1), new Commit.Key(Note.stream(1), 0));
        Recorded written = log.history().stream(Note.stream(1), 4).getFirst();
        NoteEvent.Written line = (NoteEvent.Written) written.event();
        assertThat(line.tally()).isEqualTo(5);
        assertThat(((Sealed.Closed) line.text()).place())
                .isEqualTo(new Sealed.Place(written.id(), "note.written", 1, "text"));
        assertThat(written.position()).isEqualTo(4);
        assertThat(written.meta().actor()).isEqualTo("person");
        assertThat(written.meta().client()).isInstanceOf(Sealed.Closed.class);
    }

    @Test
    void passesRefusalsThroughAndStoresNothing() {
        send(new CloseTally(1));

        assertThatThrownBy(() -> send(new RaiseTally(1, 1)))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.code()).isEqualTo("tally.closed"));
        assertThat(store.log().last().orElseThrow().last()).isEqualTo(2);
    }

    @Test
    void rollsBackOnCheckedExceptionsToo() {
        assertThatThrownBy(() -> send(new FailChecked(1))).hasRootCauseMessage("checked");

        assertThat(store.log().last().orElseThrow().last()).isEqualTo(1);
        assertThat(send(new RaiseTally(1, 1)).answer()).isEqualTo(1);
    }

    @Test
    void storesNothingForACommandThatOnlyLooks() {
        send(new RaiseTally(1, 3));

        assertThat(send(new LookAtTally(1))).isEqualTo(new Done<>(3, 2L));
        assertThat(store.log().last().orElseThrow().last()).isEqualTo(2);
    }

    @Test
    void refusesLoadsOutOfTheCanonicalOrder() {
        assertThatThrownBy(() -> send(new LoadBackwards(1, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is loaded after");
    }

    @Test
    void refusesLoadsOutsideOfACommand() {
        assertThatThrownBy(() -> log.aggregates().with(Tally.TYPE, Tally.stream(1), tally -> 1))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void countsEveryCommandOfManyAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Done<Integer>>> all =
                    IntStream.range(0, 400)
                            .<Callable<Done<Integer>>>mapToObj(
                                    i -> () -> send(new RaiseTally(i % 3, 1)))
                            .toList();
            assertThat(threads.invokeAll(all)).allMatch(done -> done.resultNow() != null);
        }
        assertThat(total(0) + total(1) + total(2)).isEqualTo(400);
    }

    @Test
    void decidesAgainWhatAnotherNodeHasMoved() {
        try (EventLog other = Example.start(store)) {
            send(new RaiseTally(1, 1));
            for (int i = 0; i < 50; i++) {
                other.commands().send(new RaiseTally(1, 1), META);
                send(new RaiseTally(1, 1));
            }
        }
        assertThat(send(new LookAtTally(1)).answer()).isEqualTo(101);
    }

    @Test
    void givesTheAnswerForMovedStreamsWhereTheCommandHasOne() {
        try (EventLog other = Example.start(store)) {
            other.commands().send(new RaiseTally(1, 1), META);
            int guesses = 0;
            for (int i = 0; i < 50; i++) {
                log.folds().read(Tally.FOLD, Tally.stream(1));
                other.commands().send(new RaiseTally(1, 1), META);
                guesses += send(new GuessOnce(1)).answer() == -1 ? 0 : 1;
            }
            log.folds().strong();
            assertThat(total(1)).isEqualTo(51 + guesses);
        }
    }

    @Test
    void seesWhatWasAcknowledgedElsewhereAfterAStrongRead() {
        try (EventLog other = Example.start(store)) {
            for (int i = 1; i < 50; i++) {
                other.commands().send(new RaiseTally(1, 1), META);
                log.folds().strong();
                assertThat(total(1)).isEqualTo(i);
            }
        }
    }

    @Test
    void goesOnAfterARestart() {
        send(new RaiseTally(1, 5));
        UUID first = UUID.nameUUIDFromBytes(log.identifierKey().hmac("ada@example.com"));
        log.close();

        try (EventLog again = Example.start(store)) {
            assertThat(again.commands().send(new RaiseTally(1, 1), META).answer()).isEqualTo(6);
            assertThat(UUID.nameUUIDFromBytes(again.identifierKey().hmac("ada@example.com")))
                    .isEqualTo(first);
        }
    }

    @Test
    void isReadyAndTellsItsEpoch() {
        assertThat(log.health()).isEqualTo(new Health(true, ""));
        assertThat(log.epoch()).isEqualTo(1);
    }
}
