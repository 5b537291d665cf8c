package dev.bonafide.store;

import static dev.bonafide.store.Commits.commit;
import static dev.bonafide.store.Commits.key;
import static dev.bonafide.store.Commits.positions;
import static dev.bonafide.store.Commits.run;
import static dev.bonafide.store.Commits.sized;
import static dev.bonafide.store.Commits.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.Unavailable;
import dev.bonafide.store.AppendResult.Acknowledged;
import dev.bonafide.store.AppendResult.Occupied;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the log promises (log.md sections 1, 2 and 5), whatever it is kept in. */
public abstract class CommitLogContract {
    private static final int MEBIBYTE = 1 << 20;

    /** The empty log under test. */
    protected abstract CommitLog log();

    @Test
    void isEmptyAtFirst() {
        assertThat(log().last()).isEmpty();
        assertThat(log().vacant(1)).isTrue();
        assertThat(log().read(0, 10)).isEmpty();
        assertThat(log().at(1)).isEmpty();
        assertThat(log().stream(stream(1), 0, 0, 10)).isEmpty();
    }

    @Test
    void givesBackEveryFieldOfACommit() {
        Commit stored = commit(1, "first", key(7, 0), key(8, 0), key(7, 1));
        append(stored);

        assertThat(log().last().orElseThrow()).usingRecursiveComparison().isEqualTo(stored);
        assertThat(log().read(0, 1).getFirst()).usingRecursiveComparison().isEqualTo(stored);
        assertThat(log().at(2).orElseThrow()).usingRecursiveComparison().isEqualTo(stored);
        assertThat(log().stream(stream(8), 0, 3, 1).getFirst())
                .usingRecursiveComparison()
                .isEqualTo(stored);
    }

    @Test
    void storesABatchInOrderAndTellsItsHead() {
        append(commit(1, "a", key(1, 0), key(2, 0)), commit(3, "b", key(1, 1)));

        assertThat(positions(Commits.everything(log()))).containsExactly(1L, 3L);
        assertThat(log().last().orElseThrow().position()).isEqualTo(3);
        assertThat(IntStream.of(1, 2, 3).anyMatch(log()::vacant)).isFalse();
        assertThat(log().vacant(4)).isTrue();
    }

    @Test
    void findsTheCommitThatHoldsAPosition() {
        append(commit(1, "a", key(1, 0), key(2, 0)), commit(3, "b", key(1, 1)));

        assertThat(log().at(2).orElseThrow().position()).isEqualTo(1);
        assertThat(log().at(3).orElseThrow().position()).isEqualTo(3);
        assertThat(log().at(4)).isEmpty();
        assertThat(log().at(0)).isEmpty();
    }

    @Test
    void refusesATakenPositionAndKeepsWhatStandsThere() {
        append(commit(1, "first", key(1, 0)));

        assertThat(log().append(List.of(commit(1, "second", key(2, 0)))))
                .isEqualTo(new Occupied(0));
        assertThat(log().at(1).orElseThrow().id()).isEqualTo(commit(1, "first", key(1, 0)).id());
        assertThat(log().stream(stream(2), 0, 0, 1)).isEmpty();
    }

    @Test
    void refusesTheVeryCommitThatIsStoredAlready() {
        append(commit(1, "first", key(1, 0)));

        assertThat(log().append(List.of(commit(1, "first", key(1, 0))))).isEqualTo(new Occupied(0));
    }

    @Test
    void refusesATakenPlaceInAStreamAndStoresThePrefix() {
        append(commit(1, "a", key(1, 0)));

        AppendResult result =
                log().append(
                                List.of(
                                        commit(2, "b", key(2, 0)),
                                        commit(3, "c", key(3, 0), key(1, 0)),
                                        commit(5, "d", key(4, 0))));

        assertThat(result).isEqualTo(new Occupied(1));
        assertThat(positions(Commits.everything(log()))).containsExactly(1L, 2L);
        assertThat(log().stream(stream(3), 0, 0, 10)).isEmpty();
        assertThat(log().vacant(3)).isTrue();
        append(commit(3, "e", key(3, 0)));
    }

    @Test
    void refusesAPlaceTakenWithinTheBatch() {
        AppendResult result =
                log().append(List.of(commit(1, "a", key(1, 0)), commit(2, "b", key(1, 0))));

        assertThat(result).isEqualTo(new Occupied(1));
        assertThat(positions(Commits.everything(log()))).containsExactly(1L);
    }

    @Test
    void neverLeavesAGap() {
        append(commit(1, "a", key(1, 0)));

        assertThatThrownBy(() -> log().append(List.of(commit(3, "b", key(2, 0)))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        log().append(List.of(commit(2, "b", key(2, 0)), commit(4, "c", key(3, 0)))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> log().append(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(log().vacant(2)).isTrue();
    }

    @Test
    void readsOnInPages() {
        append(run(1, 25, 1).toArray(Commit[]::new));

        assertThat(positions(log().read(0, 10))).hasSize(10).startsWith(1L).endsWith(10L);
        assertThat(positions(log().read(20, 10))).containsExactly(21L, 22L, 23L, 24L, 25L);
        assertThat(log().read(25, 10)).isEmpty();
    }

    @Test
    void endsAPageAfterAFewMegabytes() {
        for (int i = 0; i < 12; i++) {
            append(sized(i + 1, "large", MEBIBYTE, key(1, i)));
        }

        assertThat(log().read(0, 12)).hasSizeBetween(1, 8);
        assertThat(Commits.everything(log())).hasSize(12);
    }

    @Test
    void readsAStreamFromASequenceNumberOn() {
        append(
                commit(1, "a", key(1, 0), key(2, 0)),
                commit(3, "b", key(2, 1)),
                commit(4, "c", key(2, 2), key(1, 1), key(2, 3)),
                commit(7, "d", key(2, 4)));

        assertThat(positions(log().stream(stream(1), 0, 7, 10))).containsExactly(1L, 4L);
        assertThat(positions(log().stream(stream(2), 2, 7, 10))).containsExactly(4L, 7L);
        assertThat(positions(log().stream(stream(2), 3, 7, 10))).containsExactly(4L, 7L);
        assertThat(positions(log().stream(stream(2), 1, 7, 2))).containsExactly(3L, 4L);
        assertThat(log().stream(stream(2), 5, 7, 10)).isEmpty();
    }

    @Test
    void keepsAStreamApartFromOneWhoseNameBeginsLikeIt() {
        append(commit(1, "a", key(1, 0)), commit(2, "b", key(256, 0)));

        assertThat(positions(log().stream(stream(1), 0, 2, 10))).containsExactly(1L);
    }

    @Test
    void answersNothingOlderThanAsked() {
        append(commit(1, "a", key(1, 0)));

        assertThatThrownBy(() -> log().stream(stream(1), 0, 2, 10)).isInstanceOf(Unavailable.class);
    }

    @Test
    void letsOneOfManyWritersHaveAPosition() throws Exception {
        for (int round = 1; round <= 25; round++) {
            long position = round;
            List<AppendResult> results =
                    Together.run(4, i -> () -> log().append(List.of(racer(position, i))));
            assertThat(results).containsOnlyOnce(new Acknowledged());
            assertThat(results).contains(new Occupied(0));
        }
        assertThat(positions(Commits.everything(log()))).hasSize(25).endsWith(25L);
    }

    private static Commit racer(long position, int number) {
        return commit(position, "racer " + number, key(number, position));
    }

    private void append(Commit... commits) {
        assertThat(log().append(List.of(commits))).isEqualTo(new Acknowledged());
    }
}
