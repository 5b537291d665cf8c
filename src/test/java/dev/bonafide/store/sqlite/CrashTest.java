package dev.bonafide.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.store.Commit;
import dev.bonafide.store.Commits;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.Keys.Entry;
import dev.bonafide.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writing process ends in the worst moment; another one opens what it left. */
class CrashTest {
    private static final String ACKNOWLEDGED = "acknowledged ";

    /** About 2 MB, less than the write-ahead log needs before it is begun anew. */
    private static final int FILE_BLOCKS_MAX = 4_000;

    private Path database;

    @BeforeEach
    void choosePath(@TempDir Path directory) {
        database = directory.resolve("data").resolve("b.db");
    }

    @Test
    void keepsADensePrefixWithAllThatWasAcknowledgedWhenKilled() throws Exception {
        for (int killed = 0; killed < 4; killed++) {
            long acknowledged;
            try (ChildJvm child =
                    ChildJvm.start(AppendingProcess.class, database.toString(), "1")) {
                List<String> lines = read(child, 20 + 13 * killed);
                child.kill();
                lines.addAll(child.rest());
                acknowledged = lastAcknowledged(lines);
            }
            assertDenseUpTo(acknowledged);
        }
    }

    @Test
    void keepsADensePrefixWhenTheDiskRefusesToWrite() throws Exception {
        List<String> lines;
        try (ChildJvm child =
                ChildJvm.startLimited(
                        FILE_BLOCKS_MAX, AppendingProcess.class, database.toString(), "4")) {
            lines = child.rest();
        }

        assertThat(lines).anyMatch(line -> line.startsWith("Unknown"));
        assertDenseUpTo(lastAcknowledged(lines));
    }

    private static List<String> read(ChildJvm child, int count) throws Exception {
        List<String> lines = new ArrayList<>();
        while (lines.size() < count) {
            lines.add(child.line());
        }
        assertThat(lines.getFirst()).isEqualTo("open");
        return lines;
    }

    private static long lastAcknowledged(List<String> lines) {
        List<Long> all =
                lines.stream()
                        .filter(line -> line.startsWith(ACKNOWLEDGED))
                        .map(line -> Long.parseLong(line.substring(ACKNOWLEDGED.length())))
                        .toList();
        assertThat(all).as("%s", lines).isNotEmpty();
        return all.getLast();
    }

    private void assertDenseUpTo(long acknowledged) {
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        try (Store store = SqliteStore.open(database, new FakeClock(), failures::add)) {
            List<Commit> all = Commits.everything(store.log());
            assertThat((long) all.size()).isGreaterThanOrEqualTo(acknowledged);
            assertThat(Commits.positions(all))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, all.size()).boxed().toList());
            assertThat(all)
                    .allMatch(
                            commit -> commit.keys().getFirst().sequence() == commit.position() - 1);
            assertThat(store.keys().get("key 0")).isInstanceOf(Entry.Held.class);
            assertThat(store.damage()).isEmpty();
        }
        assertThat(failures).isEmpty();
    }
}
