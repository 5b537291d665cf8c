package dev.bonafide.log.known;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.log.ChainedCommits;
import dev.bonafide.log.commit.Read;
import dev.bonafide.log.example.Tally;
import dev.bonafide.log.known.RecentChanges.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecentChangesTest {
    private final ChainedCommits commits = new ChainedCommits();
    private final RecentChanges changes = new RecentChanges(0, 3);

    private Optional<Refusal> judge(long tally, long sequence, long asOf) {
        return changes.judge(List.of(new Read(Tally.stream(tally), sequence, asOf)));
    }

    private void raise(long... tallies) {
        for (long tally : tallies) {
            changes.add(commits.raise(tally));
        }
    }

    @Test
    void letsPassWhatIsAsItWasRead() {
        raise(1, 1);

        assertThat(judge(1, 1, 2)).isEmpty();
        assertThat(judge(2, -1, 0)).isEmpty();
    }

    @Test
    void refusesWhatHasMovedAndTellsWhere() {
        raise(1, 2, 1);

        assertThat(judge(1, 0, 2)).contains(new Refusal(Set.of(Tally.stream(1)), 3));
        assertThat(judge(2, -1, 1)).contains(new Refusal(Set.of(Tally.stream(2)), 2));
    }

    @Test
    void namesEveryStreamThatHasMovedAndTheLastPosition() {
        raise(1, 2);

        assertThat(
                        changes.judge(
                                List.of(
                                        new Read(Tally.stream(2), -1, 0),
                                        new Read(Tally.stream(1), -1, 0),
                                        new Read(Tally.stream(3), -1, 0))))
                .contains(new Refusal(Set.of(Tally.stream(1), Tally.stream(2)), 2));
    }

    @Test
    void refusesAsOldWhatWasReadBeforeItsMemory() {
        raise(1, 2, 2, 2); // of four positions three are remembered

        assertThat(judge(1, 0, 1)).isEmpty();
        assertThat(judge(1, 0, 0)).contains(new Refusal(Set.of(Tally.stream(1)), 1));
        assertThat(judge(3, -1, 0)).isPresent();
        assertThat(judge(3, -1, 1)).isEmpty();
    }

    @Test
    void keepsTheNewestChangeWhenAnOlderOneOfTheSameStreamIsForgotten() {
        raise(1, 1, 2, 2);

        assertThat(judge(1, 0, 4)).isPresent();
        assertThat(judge(1, 1, 4)).isEmpty();
    }

    @Test
    void judgesNothingFromBeforeItsStart() {
        RecentChanges later = new RecentChanges(10, 3);

        assertThat(later.judge(List.of(new Read(Tally.stream(1), 5, 10)))).isEmpty();
        assertThat(later.judge(List.of(new Read(Tally.stream(1), 5, 9)))).isPresent();
    }
}
