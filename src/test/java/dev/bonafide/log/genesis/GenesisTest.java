package dev.bonafide.log.genesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.Entropy;
import dev.bonafide.log.ChainedCommits;
import dev.bonafide.log.append.ForwardingLog;
import dev.bonafide.log.commit.CommitCodec;
import dev.bonafide.log.event.EventCodec;
import dev.bonafide.log.example.Example;
import dev.bonafide.store.AppendResult;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.Keys;
import dev.bonafide.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenesisTest {
    private static final String KEY = "log/identifier-key";

    private final FakeClock clock = new FakeClock();
    private final MemoryStore store = new MemoryStore(clock);

    private Genesis.Begun begin(CommitLog log, Keys keys, int normaliser) {
        var events = new EventCodec(List.of(() -> List.of(LogStarted.class)), List.of());
        var codec = new CommitCodec(events, Entropy.system(), Example.SEALER);
        return new Genesis(log, keys, codec, clock, Entropy.system())
                .begin(new byte[16], normaliser);
    }

    private Genesis.Begun begin() {
        return begin(store.log(), store.keys(), 1);
    }

    @Test
    void beginsAnEmptyLogAndJoinsItAfterwards() {
        Genesis.Begun first = begin();
        Genesis.Begun second = begin();

        assertThat(second.log()).isEqualTo(first.log());
        assertThat(first.log().epoch()).isEqualTo(1);
        assertThat(second.identifierKey().hmac("a")).isEqualTo(first.identifierKey().hmac("a"));
        assertThat(first.identifierKey().hmac("a")).hasSize(32);
        assertThat(store.log().last().orElseThrow().position()).isEqualTo(1);
    }

    @Test
    void adoptsWhatAnotherNodeBegan() {
        CommitLog raced =
                new ForwardingLog(store.log()) {
                    @Override
                    public AppendResult append(List<Commit> batch) {
                        begin(); // the other node is first
                        return super.append(batch);
                    }
                };
        Genesis.Begun ours = begin(raced, store.keys(), 1);

        assertThat(ours.log()).isEqualTo(begin().log());
    }

    @Test
    void sendsTheSameBytesUntilItCanReadThem() {
        List<Commit> sent = new ArrayList<>();
        CommitLog flaky =
                new ForwardingLog(store.log()) {
                    @Override
                    public AppendResult append(List<Commit> batch) {
                        sent.addAll(batch);
                        return sent.size() < 3
                                ? new AppendResult.Unknown(new IllegalStateException("lost"))
                                : super.append(batch);
                    }
                };
        begin(flaky, store.keys(), 1);

        assertThat(sent).hasSize(3).allMatch(sent.getFirst()::equals);
    }

    @Test
    void refusesALogWhoseKeyWasLostAndMakesNoOther() {
        begin();
        MemoryStore empty = new MemoryStore(clock);

        assertThatThrownBy(() -> begin(store.log(), empty.keys(), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("restore both");
        assertThat(empty.keys().get(KEY)).isInstanceOf(Keys.Entry.Absent.class);
    }

    @Test
    void refusesALogOfAnotherKey() {
        begin();
        MemoryStore other = new MemoryStore(clock);
        begin(other.log(), other.keys(), 1);

        assertThatThrownBy(() -> begin(store.log(), other.keys(), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another identifier key");
    }

    @Test
    void refusesALogOfAnotherNormaliser() {
        begin();
        assertThatThrownBy(() -> begin(store.log(), store.keys(), 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("normaliser");
    }

    @Test
    void refusesALogThatBeginsWithSomethingElse() {
        begin(new MemoryStore(clock).log(), store.keys(), 1);
        store.log().append(List.of(new ChainedCommits().raise(1)));

        assertThatThrownBy(this::begin).isInstanceOf(RuntimeException.class);
    }
}
