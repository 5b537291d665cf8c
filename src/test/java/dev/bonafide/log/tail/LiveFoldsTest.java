package dev.bonafide.log.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.ChainedCommits;
import dev.bonafide.log.Folded;
import dev.bonafide.log.append.ForwardingLog;
import dev.bonafide.log.commit.CommitCodec;
import dev.bonafide.log.commit.Head;
import dev.bonafide.log.commit.StreamReader;
import dev.bonafide.log.example.Note;
import dev.bonafide.log.example.Tally;
import dev.bonafide.log.known.KnownLog;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class LiveFoldsTest {
    private final ChainedCommits commits = new ChainedCommits();
    private final CommitCodec codec = ChainedCommits.codec();
    private final CommitLog store = new MemoryStore(new FakeClock()).log();
    private final List<StreamId> loaded = new ArrayList<>();
    private Runnable duringLoad = () -> {};
    private final CommitLog log =
            new ForwardingLog(store) {
                @Override
                public List<Commit> stream(StreamId stream, long from, long notBehind, int limit) {
                    loaded.add(stream);
                    List<Commit> answer = super.stream(stream, from, notBehind, limit);
                    duringLoad.run();
                    return answer;
                }
            };
    private final Applied applied = new Applied(0);
    private final ReadIndex index = new ReadIndex(log, new KnownLog(log, Head.EMPTY), true);
    private final LiveFolds folds = folds(100);

    private LiveFolds folds(int foldsMax) {
        return new LiveFolds(
                applied, index, new StreamReader(log, codec), foldsMax, Duration.ofSeconds(30));
    }

    @AfterEach
    void close() {
        index.close();
    }

    /** Stored, and applied by this node. */
    private void raise(long tally) {
        apply(store(commits.raise(tally)));
    }

    private Commit store(Commit commit) {
        store.append(List.of(commit));
        return commit;
    }

    private void apply(Commit commit) {
        applied.apply(commit.last(), () -> folds.feed(codec.open(commit)));
    }

    private Folded<Tally.State> read(long tally) {
        return folds.read(Tally.FOLD, Tally.stream(tally));
    }

    @Test
    void loadsOnceAndFollowsTheTailThen() {
        raise(1);
        assertThat(read(1)).isEqualTo(new Folded<>(new Tally.State(1, false), 0, 1));
        raise(2);
        raise(1);
        assertThat(read(1)).isEqualTo(new Folded<>(new Tally.State(2, false), 1, 3));
        assertThat(loaded).containsExactly(Tally.stream(1));
    }

    @Test
    void readsAnAbsentStreamAsItsInitialState() {
        assertThat(read(1)).isEqualTo(new Folded<>(new Tally.State(0, false), -1, 0));
        raise(1);
        assertThat(read(1).state().total()).isEqualTo(1);
    }

    /** Loaded first and registered then, the fold would miss it for ever. */
    @Test
    void missesNothingThatComesWhileItLoads() {
        raise(1);
        duringLoad =
                () -> {
                    duringLoad = () -> {};
                    raise(1);
                };

        assertThat(read(1)).isEqualTo(new Folded<>(new Tally.State(2, false), 1, 2));
    }

    /** The state is that of the position, though the store had more. */
    @Test
    void showsNothingThatTheNodeHasNotApplied() {
        raise(1);
        Commit ahead = store(commits.raise(1));

        assertThat(read(1)).isEqualTo(new Folded<>(new Tally.State(1, false), 0, 1));
        apply(ahead);
        assertThat(read(1)).isEqualTo(new Folded<>(new Tally.State(2, false), 1, 2));
    }

    @Test
    void loadsAnewAfterAGap() {
        raise(1);
        read(1);
        Commit skipped = store(commits.raise(1));
        applied.apply(skipped.last(), () -> {});
        raise(1);

        assertThat(read(1)).isEqualTo(new Folded<>(new Tally.State(3, false), 2, 3));
        assertThat(loaded).hasSize(2);
    }

    @Test
    void loadsAnewWhatWasForgotten() {
        raise(1);
        read(1);
        folds.forget(Tally.stream(1));

        assertThat(read(1).state().total()).isEqualTo(1);
        assertThat(loaded).hasSize(2);
    }

    @Test
    void keepsNoMoreThanItsBoundAndWhatIsReadLongest() {
        LiveFolds few = folds(3);
        for (int tally = 0; tally < 20; tally++) {
            few.read(Tally.FOLD, Tally.stream(tally));
            few.read(Tally.FOLD, Tally.stream(0));
        }
        assertThat(few.size()).isLessThanOrEqualTo(3);
        assertThat(loaded).hasSizeLessThan(40).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void closesAStreamThatCannotBeReadAndNoOther() {
        raise(1);
        read(1);
        Commit foreign = store(commits.link(foreign(1)));
        apply(foreign);

        assertThatThrownBy(() -> read(1)).isInstanceOf(Unavailable.class);
        raise(2);
        assertThat(read(2).position()).isEqualTo(3);
    }

    /** An event that no release of ours knows. */
    private dev.bonafide.log.commit.Draft foreign(long sequence) {
        var draft = commits.draft(Tally.stream(1), sequence - 1, 0);
        String body =
                new String(draft.body(), java.nio.charset.StandardCharsets.UTF_8)
                        .replace("tally.raised", "tally.blessed");
        return dev.bonafide.log.commit.Draft.of(
                draft.id(),
                draft.reads(),
                draft.keys(),
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void loadsAStreamOnceForAllWhoAsk() throws Exception {
        raise(1);
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        duringLoad =
                () -> {
                    loading.countDown();
                    await(asked);
                };
        CompletableFuture<Folded<Tally.State>> first = CompletableFuture.supplyAsync(() -> read(1));
        await(loading);
        CompletableFuture<Folded<Tally.State>> second =
                CompletableFuture.supplyAsync(() -> read(1));
        asked.countDown();

        assertThat(first.get()).isEqualTo(second.get());
        assertThat(loaded).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readsSeveralStreamsAtOnePosition() {
        raise(1);
        List<Integer> tries = new ArrayList<>();
        List<Integer> totals =
                folds.consistent(reader -> {
                    int one = reader.read(Tally.FOLD, Tally.stream(1)).state().total();
                    if (tries.size() < 2) {
                        raise(1);
                        raise(2);
                    }
                    tries.add(one);
                    int two = reader.read(Tally.FOLD, Tally.stream(2)).state().total();
                    return List.of(one, two);
                });

        assertThat(totals).containsExactly(3, 2);
        assertThat(tries).hasSize(3);
    }

    @Test
    void refusesAFoldOfAnotherKind() {
        assertThatThrownBy(() -> folds.read(Note.FOLD, Tally.stream(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
