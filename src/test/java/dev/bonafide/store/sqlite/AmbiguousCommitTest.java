package dev.bonafide.store.sqlite;

import static dev.bonafide.store.Commits.commit;
import static dev.bonafide.store.Commits.key;
import static dev.bonafide.store.Commits.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.Unavailable;
import dev.bonafide.store.AppendResult.Acknowledged;
import dev.bonafide.store.AppendResult.Occupied;
import dev.bonafide.store.AppendResult.Unknown;
import dev.bonafide.store.Commit;
import dev.bonafide.store.Commits;
import dev.bonafide.store.Keys;
import dev.bonafide.store.Keys.Entry;
import dev.bonafide.store.sqlite.FaultyDisk.Fault;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A COMMIT that fails by I/O may have been done: close, reopen, look (log.md section 5). */
class AmbiguousCommitTest {
    private final BlockingQueue<Throwable> fatal = new LinkedBlockingQueue<>();
    private DatabaseFile file;
    private FaultyDisk disk;
    private Readers readers;
    private Writer writer;
    private SqliteLog log;
    private Keys keys;

    @BeforeEach
    void open(@TempDir Path directory) throws Exception {
        file = new DatabaseFile(directory.resolve("b.db"), Schema.LOG);
        file.prepare();
        disk = new FaultyDisk(file.path());
        readers = new Readers(file);
        writer = new Writer("writer", disk, fatal::add).started();
        log = new SqliteLog(readers, writer);
        keys = new SqliteKeys(readers, writer);
        assertThat(log.append(run(1, 3, 1))).isEqualTo(new Acknowledged());
    }

    @AfterEach
    void close() {
        writer.close();
        readers.close();
    }

    @Test
    void acknowledgesWhatItFindsStored() {
        disk.plan(Fault.COMMITS);

        assertThat(log.append(run(4, 3, 1))).isEqualTo(new Acknowledged());
        assertThat(log.vacant(6)).isFalse();
        assertThat(log.append(run(7, 1, 1))).isEqualTo(new Acknowledged());
        assertThat(Commits.everything(log)).hasSize(7);
        assertThat(fatal).isEmpty();
    }

    @Test
    void doesNotKnowOfWhatItDoesNotFindAndStoresTheSameBytesNextTime() {
        disk.plan(Fault.NOTHING);
        List<Commit> batch = run(4, 3, 1);

        assertThat(log.append(batch)).isInstanceOf(Unknown.class);
        assertThat(log.vacant(4)).isTrue();
        assertThat(log.append(batch)).isEqualTo(new Acknowledged());
        assertThat(Commits.everything(log)).hasSize(6);
        assertThat(fatal).isEmpty();
    }

    @Test
    void neverTakesSomebodyElsesCommitForItsOwn() {
        List<Commit> ours = List.of(commit(4, "ours", key(2, 0)));
        Commit theirs = commit(4, "theirs", key(3, 0));
        disk.plan(Fault.NOTHING);
        disk.beforeOpening(() -> storeBehindOurBack(theirs));

        assertThat(log.append(ours)).isInstanceOf(Unknown.class);
        assertThat(log.append(ours)).isEqualTo(new Occupied(0));
        assertThat(log.at(4).orElseThrow().id()).isEqualTo(theirs.id());
        assertThat(log.vacant(4)).isFalse();
    }

    @Test
    void tellsTheOwnersOfKeysThatItDoesNotKnow() {
        disk.plan(Fault.COMMITS);
        assertThatThrownBy(() -> keys.putIfAbsent("a", new byte[] {1}))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("perhaps");

        assertThat(keys.putIfAbsent("a", new byte[] {2})).isInstanceOf(Entry.Held.class);
        assertThat(((Entry.Held) keys.get("a")).value()).containsExactly(1);
    }

    @Test
    void stopsWritingAndTellsWhenItCanNotReopen() throws Exception {
        disk.plan(Fault.COMMITS);
        disk.vanish();

        assertThat(log.append(run(4, 1, 1))).isInstanceOf(Unknown.class);
        assertThat(fatal.poll(30, TimeUnit.SECONDS))
                .hasStackTraceContaining("unable to open database file, as planned");
        assertThat(log.append(run(4, 1, 1))).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> keys.destroy("a")).isInstanceOf(Unavailable.class);
        assertThat(log.at(3)).isPresent();
        assertThat(fatal).isEmpty();
    }

    private void storeBehindOurBack(Commit commit) {
        try (Link link = file.openForWriting()) {
            CommitTable.insert(link, List.of(commit));
            link.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
