package dev.bonafide.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.log.LogVerifier.Checkpoint;
import dev.bonafide.log.LogVerifier.Report;
import dev.bonafide.log.append.ForwardingLog;
import dev.bonafide.log.example.Example;
import dev.bonafide.log.example.ExampleCommand.RaiseTally;
import dev.bonafide.log.example.ExampleCommand.WriteNote;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of change to a stored log is found, and named by its position. */
class LogVerifierTest {
    private static final int SPOILED = 4;

    private final List<Commit> commits = new ArrayList<>();

    /** Six commits over three streams, the fifth of two events. */
    @BeforeEach
    void write() {
        MemoryStore store = new MemoryStore(new FakeClock());
        try (EventLog log = Example.start(store)) {
            var ada = new Sealed.Fresh(new IdentityId(new UUID(0, 1)), "hello");
            for (int i = 0; i < 6; i++) {
                log.commands()
                        .send(
                                i == 3 ? new WriteNote(1, 1, ada) : new RaiseTally(i % 2, 1),
                                Meta.system());
            }
        }
        commits.addAll(store.log().read(0, 100));
    }

    /** A store that holds these commits, in this order, whatever they are; in pages of one. */
    private CommitLog stored() {
        return new ForwardingLog(new MemoryStore(new FakeClock()).log()) {
            @Override
            public List<Commit> read(long after, int limit) {
                return commits.stream()
                        .filter(commit -> commit.position() > after)
                        .limit(1)
                        .toList();
            }
        };
    }

    private Report verify(Checkpoint... seen) {
        return new LogVerifier(stored()).verify(List.of(seen));
    }

    private static Checkpoint checkpoint(Commit commit) {
        return new Checkpoint(commit.last(), commit.hash());
    }

    private void assertFoundAt(long position) {
        assertThat(verify().finding().orElseThrow().position()).isEqualTo(position);
    }

    @Test
    void findsNothingInASoundLog() {
        Report report = verify(checkpoint(commits.get(2)), checkpoint(commits.getLast()));

        assertThat(report.finding()).isEmpty();
        assertThat(report.commits()).isEqualTo(7);
        assertThat(report.events()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"position", "count", "at", "version", "stream", "sequence"})
    void findsAChangedField(String field) {
        Commit good = commits.get(SPOILED);
        commits.set(SPOILED, Spoiled.changed(good, field));
        Report report = verify();

        assertThat(report.finding().orElseThrow().position())
                .isBetween(good.position(), good.position() + 1);
        assertThat(report.commits()).isEqualTo(SPOILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "node", "previous", "digest", "hash", "body"})
    void findsAFlippedBitInEveryByteOfEveryBinaryField(String field) {
        Commit good = commits.get(SPOILED);
        for (int i = 0; i < Spoiled.bytes(good, field).length; i++) {
            commits.set(SPOILED, Spoiled.flipped(good, field, 8 * i + i % 8));
            assertFoundAt(good.position());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "node", "previous", "digest", "hash", "body"})
    void findsAFieldThatWasCutOrEmptied(String field) {
        Commit good = commits.get(SPOILED);
        byte[] bytes = Spoiled.bytes(good, field);
        for (int length : new int[] {0, bytes.length - 1}) {
            commits.set(SPOILED, Spoiled.replaced(good, field, Arrays.copyOf(bytes, length)));
            assertFoundAt(good.position());
        }
    }

    @Test
    void findsADroppedCommit() {
        Commit next = commits.get(SPOILED + 1);
        commits.remove(SPOILED);
        assertFoundAt(next.position());
    }

    @Test
    void findsADroppedBeginning() {
        commits.removeFirst();
        assertFoundAt(2);
    }

    @Test
    void findsSwappedCommitsThatTradedPositions() {
        Commit one = commits.get(2);
        Commit two = commits.get(3);
        commits.set(2, Spoiled.spoil(two, one.position(), two.count(), two.at(), two.version()));
        commits.set(3, Spoiled.spoil(one, two.position(), one.count(), one.at(), one.version()));
        assertFoundAt(one.position());
    }

    @Test
    void findsADuplicateAtTheEnd() {
        Commit last = commits.getLast();
        commits.add(Spoiled.spoil(last, last.last() + 1, last.count(), last.at(), last.version()));
        assertFoundAt(last.last() + 1);
    }

    @Test
    void findsACommitPutWithinAnothersPositions() {
        Commit two = commits.get(SPOILED);
        Commit stray = commits.get(1);
        assertThat(two.count()).isEqualTo(2);
        commits.add(
                SPOILED + 1,
                Spoiled.spoil(stray, two.position() + 1, 1, two.at(), stray.version()));
        assertFoundAt(two.position() + 1);
    }

    @Test
    void findsALogThatWasCutOffByWhatAReaderSaw() {
        Checkpoint seen = checkpoint(commits.getLast());
        commits.removeLast();

        assertThat(verify().finding()).isEmpty();
        assertThat(verify(seen).finding().orElseThrow().position()).isEqualTo(seen.position());
    }

    @Test
    void findsARewrittenEndByWhatAReaderSaw() {
        Commit last = commits.getLast();
        assertThat(verify(new Checkpoint(last.last(), new byte[32])).finding()).isPresent();
    }

    @Test
    void namesTheCommitThatTheStoreCannotRead() {
        Commit bad = commits.get(SPOILED);
        CommitLog failing =
                new ForwardingLog(stored()) {
                    @Override
                    public List<Commit> read(long after, int limit) {
                        List<Commit> page = super.read(after, limit);
                        if (page.contains(bad)) {
                            throw new IllegalArgumentException("a malformed row");
                        }
                        return page;
                    }
                };
        Report report = new LogVerifier(failing).verify(List.of());

        assertThat(report.finding().orElseThrow().position()).isEqualTo(bad.position());
        assertThat(report.commits()).isEqualTo(SPOILED);
    }
}
