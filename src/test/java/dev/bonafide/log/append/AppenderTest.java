package dev.bonafide.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.Deadline;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.ChainedCommits;
import dev.bonafide.log.commit.Draft;
import dev.bonafide.log.commit.Head;
import dev.bonafide.log.example.Tally;
import dev.bonafide.log.known.KnownLog;
import dev.bonafide.store.AppendResult;
import dev.bonafide.store.AppendResult.Unknown;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The write line step by step, over a store that answers as it is told. */
class AppenderTest {
    private static final Deadline NOW = Deadline.after(Duration.ZERO);

    private final ChainedCommits drafts = new ChainedCommits();
    private final FakeClock clock = new FakeClock();
    private final List<List<Commit>> sent = new ArrayList<>();
    private final CommitLog store = new MemoryStore(clock).log();
    private boolean reachable = true;
    private final CommitLog log =
            new ForwardingLog(store) {
                @Override
                public AppendResult append(List<Commit> batch) {
                    sent.add(batch);
                    return reachable ? store.append(batch) : new Unknown(new Unavailable("lost"));
                }
            };
    private final KnownLog known = new KnownLog(log, Head.EMPTY);
    private final WriteLine line = new WriteLine(log, known, clock, new byte[16], Turns.NONE);

    private Draft draft(long tally, long read) {
        return drafts.draft(Tally.stream(tally), read, known.head().position());
    }

    @Test
    void writesWhatWaitsAsOneBatch() {
        Pending first = line.submit(draft(1, -1));
        Pending second = line.submit(draft(2, -1));

        assertThat(line.step()).isTrue();

        assertThat(first.await(NOW)).isEqualTo(1);
        assertThat(second.await(NOW)).isEqualTo(2);
        assertThat(sent).hasSize(1);
        assertThat(known.head().position()).isEqualTo(2);
    }

    @Test
    void keepsABatchWithinItsBounds() {
        for (int i = 0; i < 501; i++) {
            line.submit(draft(i, -1));
        }
        line.step();
        line.step();

        assertThat(sent).extracting(List::size).containsExactly(500, 1);
    }

    @Test
    void refusesACommitThatDoesNotFollowItsNeighbourInTheBatch() {
        Pending first = line.submit(draft(1, -1));
        Pending second = line.submit(draft(1, -1));
        Pending third = line.submit(draft(2, -1));

        line.step();
        line.step();

        assertThat(first.await(NOW)).isEqualTo(1);
        assertThat(third.await(NOW)).isEqualTo(2);
        assertThatThrownBy(() -> second.await(NOW))
                .isInstanceOfSatisfying(
                        CommitRefused.class,
                        refused -> {
                            assertThat(refused.streams()).containsExactly(Tally.stream(1));
                            assertThat(refused.position()).isEqualTo(1);
                        });
    }

    @Test
    void answersNotDoneForACommitThatWasNeverSent() {
        Pending waiting = line.submit(draft(1, -1));

        assertThatThrownBy(() -> waiting.await(NOW))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("not done");
        line.step();

        assertThat(sent).isEmpty();
    }

    @Test
    void answersOutcomeUnknownForACommitThatWasSent() {
        reachable = false;
        Pending pending = line.submit(draft(1, -1));
        assertThat(line.step()).isFalse();

        assertThatThrownBy(() -> pending.await(NOW))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("outcome unknown");
    }

    @Test
    void sendsTheSameBytesTogetherUntilItKnows() {
        reachable = false;
        line.submit(draft(1, -1));
        line.submit(draft(2, -1));
        line.step();
        line.submit(draft(3, -1));
        clock.advance(Duration.ofSeconds(1));
        line.step();
        reachable = true;
        line.step();
        line.step();

        assertThat(sent).hasSize(4);
        assertThat(sent.get(1)).isEqualTo(sent.get(0));
        assertThat(sent.get(2)).isEqualTo(sent.get(0));
        assertThat(sent.get(3)).extracting(Commit::position).containsExactly(3L);
    }

    @Test
    void dropsALostCommitThatNobodyWaitsForAndNumbersTheOthersAnew() {
        reachable = false;
        Pending abandoned = line.submit(draft(1, -1));
        Pending wanted = line.submit(draft(2, -1));
        line.step();
        assertThatThrownBy(() -> abandoned.await(NOW)).isInstanceOf(Unavailable.class);

        store.append(List.of(new ChainedCommits().raise(9))); // another node was first
        reachable = true;
        line.step();
        line.step();

        assertThat(wanted.await(NOW)).isEqualTo(2);
        assertThat(store.at(2).orElseThrow().keys().getFirst().stream()).isEqualTo(Tally.stream(2));
        assertThat(store.vacant(3)).isTrue();
    }

    @Test
    void doesNotTakeMoreThanItCanHold() {
        for (int i = 0; i < 5_000; i++) {
            line.submit(draft(i, -1));
        }
        assertThatThrownBy(() -> line.submit(draft(5_000, -1)))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("not done");
    }

    @Test
    void refusesWhatTheStoreHoldsAlreadyThoughItsCheckLetItPass() {
        Commit there = new ChainedCommits().raise(1);
        store.append(List.of(there));
        known.take(List.of(there));
        KnownLog blind = new KnownLog(log, known.head()); // has never heard of the change
        WriteLine other = new WriteLine(log, blind, clock, new byte[16], Turns.NONE);
        Pending twice = other.submit(drafts.draft(Tally.stream(1), -1, 1));
        Pending neighbour = other.submit(drafts.draft(Tally.stream(2), -1, 1));
        other.step();
        other.step();

        assertThatThrownBy(() -> twice.await(NOW)).isInstanceOf(IllegalStateException.class);
        assertThat(neighbour.await(NOW)).isEqualTo(2);
    }

    @Test
    void answersThoseWhoWaitWhenItStops() {
        reachable = false;
        Pending flying = line.submit(draft(1, -1));
        line.step();
        Pending waiting = line.submit(draft(2, -1));
        line.close();
        line.abandon();

        assertThatThrownBy(() -> flying.await(NOW)).hasMessageStartingWith("outcome unknown");
        assertThatThrownBy(() -> waiting.await(NOW)).hasMessageStartingWith("not done");
        assertThatThrownBy(() -> line.submit(draft(3, -1))).isInstanceOf(Unavailable.class);
    }
}
