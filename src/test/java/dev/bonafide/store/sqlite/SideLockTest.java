package dev.bonafide.store.sqlite;

import static dev.bonafide.store.Commits.commit;
import static dev.bonafide.store.Commits.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.store.FakeClock;
import dev.bonafide.store.LogStore;
import dev.bonafide.store.NotOpened;
import dev.bonafide.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process writes; others may read. */
class SideLockTest {
    @TempDir private Path directory;

    @Test
    void refusesASecondProcessAndNamesTheFirst() throws Exception {
        try (Store _ = open("b.db");
                ChildJvm second = start("b.db")) {
            assertThat(second.line())
                    .contains("b.db is in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void isRefusedWhileAnotherProcessWrites() throws Exception {
        try (ChildJvm first = start("b.db")) {
            assertThat(first.line()).isEqualTo("open");
            assertThatThrownBy(() -> open("b.db"))
                    .isInstanceOf(NotOpened.class)
                    .hasMessageContaining("in use by process " + first.pid());
        }
    }

    @Test
    void opensAfterTheOtherProcessWasKilled() throws Exception {
        try (ChildJvm first = start("b.db")) {
            assertThat(first.line()).isEqualTo("open");
        }
        open("b.db").close();
    }

    @Test
    void opensAgainAfterItWasClosed() {
        open("b.db").close();
        open("b.db").close();
    }

    @Test
    void refusesASecondOpeningInOneProcessWithoutLosingTheLock() throws Exception {
        try (Store _ = open("b.db")) {
            assertThatThrownBy(() -> open("b.db"))
                    .isInstanceOf(NotOpened.class)
                    .hasMessageContaining("this process itself");
            assertOthersAreKeptOut("b.db");
        }
    }

    @Test
    void seesThroughASecondNameOfTheSameFile() throws Exception {
        try (Store _ = open("b.db")) {
            Files.createSymbolicLink(directory.resolve("alias.db"), directory.resolve("b.db"));
            assertOthersAreKeptOut("alias.db");
        }
    }

    @Test
    void letsOthersReadWhatIsBeingWritten() {
        try (Store store = open("b.db");
                LogStore reader = SqliteLogStore.openForReading(directory.resolve("b.db"))) {
            assertThat(reader.log().vacant(1)).isTrue();
            store.log().append(List.of(commit(1, "a", key(1, 0))));

            assertThat(reader.log().vacant(1)).isFalse();
            assertThat(reader.log().at(1)).isPresent();
            assertThat(reader.damage()).isEmpty();
            assertThatThrownBy(() -> reader.log().append(List.of(commit(2, "b", key(2, 0)))))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> reader.keys().destroy("a"))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private void assertOthersAreKeptOut(String name) throws Exception {
        try (ChildJvm second = start(name)) {
            assertThat(second.line()).contains("is in use by process");
        }
    }

    private Store open(String name) {
        return SqliteStore.open(directory.resolve(name), new FakeClock(), _ -> {});
    }

    private ChildJvm start(String name) throws Exception {
        return ChildJvm.start(AppendingProcess.class, directory.resolve(name).toString(), "1");
    }
}
