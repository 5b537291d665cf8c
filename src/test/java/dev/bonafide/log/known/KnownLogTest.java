package dev.bonafide.log.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.ChainedCommits;
import dev.bonafide.log.commit.Head;
import dev.bonafide.store.Commit;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownLogTest {
    private final MemoryStore store = new MemoryStore(new FakeClock());
    private final ChainedCommits commits = new ChainedCommits();
    private final KnownLog known = new KnownLog(store.log(), Head.EMPTY);

    @Test
    void handsOnWhatItTakesInOnceAndInOrder() {
        Commit first = commits.raise(1);
        Commit second = commits.raise(2);
        Commit third = commits.raise(1);

        known.take(List.of(first, second));
        known.take(List.of(second, third));
        known.take(List.of(first));

        assertThat(known.nextToApply()).containsExactly(first, second, third);
        assertThat(known.head().position()).isEqualTo(3);
    }

    @Test
    void readsOnFromTheStore() {
        store.log().append(List.of(commits.raise(1), commits.raise(1), commits.raise(2)));

        known.readOnTo(2);

        assertThat(known.head().position()).isEqualTo(3);
        assertThat(known.readOn()).isFalse();
    }

    @Test
    void stopsForEverAtAGap() {
        Commit first = commits.raise(1);
        commits.raise(2);
        Commit third = commits.raise(1);
        known.take(List.of(first));

        assertThatThrownBy(() -> known.take(List.of(third))).isInstanceOf(Unavailable.class);

        assertThat(known.fault().orElseThrow()).contains("commit 3").contains("gap");
        assertThatThrownBy(known::head).isInstanceOf(Unavailable.class);
        assertThatThrownBy(known::readOn).isInstanceOf(Unavailable.class);
    }

    @Test
    void stopsAtABrokenChain() {
        known.take(List.of(commits.raise(1)));
        Commit stranger = new ChainedCommits().raise(1);
        ChainedCommits other = new ChainedCommits();
        other.raise(2);
        Commit second = other.raise(2);

        known.take(List.of(stranger)); // known already, by position
        assertThatThrownBy(() -> known.take(List.of(second)))
                .hasMessageContaining("does not follow");
    }

    @Test
    void endsItsWaitsWhenItIsClosed() {
        known.take(List.of(commits.raise(1)));
        known.close();

        assertThat(known.nextToApply()).isEmpty();
    }
}
