package dev.bonafide.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.append.ForwardingLog;
import dev.bonafide.log.example.Example;
import dev.bonafide.log.example.ExampleCommand.RaiseTally;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.Keys;
import dev.bonafide.store.LogStore;
import dev.bonafide.store.NotOpened;
import dev.bonafide.store.memory.MemoryStore;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeps a copy from being taken for the log when it is not. */
class LogCopierTest {
    private static final String IDENTIFIERS = "log/identifier-key";

    private final MemoryStore from = new MemoryStore(new FakeClock());
    private final MemoryStore to = new MemoryStore(new FakeClock());

    @BeforeEach
    void write() {
        try (EventLog log = Example.start(from)) {
            for (int i = 0; i < 3; i++) {
                log.commands().send(new RaiseTally(1, i + 1), Meta.system());
            }
        }
    }

    /** The source, with another log before its own. */
    private record Source(CommitLog log, Keys keys) implements LogStore {
        @Override
        public List<String> damage() {
            return List.of();
        }

        @Override
        public void close() {}
    }

    private void assertRefused(CommitLog log, String reason) {
        assertThatThrownBy(() -> new LogCopier(new Source(log, from.keys()), to).copy())
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining(reason);
        assertThat(to.keys().get(IDENTIFIERS)).isInstanceOf(Keys.Entry.Absent.class);
    }

    @Test
    void aCommitThatIsNotSoundIsNotCopied() {
        assertRefused(
                new ForwardingLog(from.log()) {
                    @Override
                    public List<Commit> read(long after, int limit) {
                        return super.read(after, limit).stream()
                                .map(commit -> commit.position() == 3 ? flipped(commit) : commit)
                                .toList();
                    }
                },
                "position 3");
        assertThat(to.log().last()).isEmpty();
    }

    private static Commit flipped(Commit commit) {
        return Spoiled.flipped(commit, "body", 9);
    }

    @Test
    void aLogThatIsWrittenToMeanwhileIsNotTakenForWhole() {
        assertRefused(
                new ForwardingLog(from.log()) {
                    @Override
                    public boolean vacant(long position) {
                        return false;
                    }
                },
                "stop its nodes first");
    }

    @Test
    void nothingIsCopiedFromAnEmptyStoreAndNothingOntoALog() {
        assertThatThrownBy(() -> new LogCopier(to, from).copy()).isInstanceOf(NotOpened.class);
        assertThatThrownBy(() -> new LogCopier(from, from).copy()).isInstanceOf(NotOpened.class);
    }
}
