package dev.bonafide.store;

import static dev.bonafide.store.Commits.commit;
import static dev.bonafide.store.Commits.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoresTest {
    @Test
    void opensMemory() {
        try (Store store = open("memory")) {
            assertThat(store.log().last()).isEmpty();
            assertThat(store.damage()).isEmpty();
        }
    }

    @Test
    void opensAFileForWritingAndForReading(@TempDir Path directory) {
        String dsn = "sqlite://" + directory.resolve("b.db");
        try (Store store = open(dsn)) {
            store.log().append(List.of(commit(1, "a", key(1, 0))));
        }
        try (LogStore store = Stores.openForReading(dsn)) {
            assertThat(store.log().at(1)).isPresent();
        }
    }

    @Test
    void findsRelativePathsFromTheWorkingDirectory(@TempDir Path directory) {
        Path database = Path.of("").toAbsolutePath().relativize(directory.resolve("b.db"));
        open("sqlite://" + database).close();

        assertThat(directory.resolve("b.db")).exists();
        assertThat(directory.resolve("b-views.db")).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "mongodb://user:secret@host, needs the name of a database",
        "mongodb://user:sec@ret@host/secret, is no connection string",
        "postgres://user:secret@host/db, set bonafide.dsn",
        "mysql://user:secret@host/db, set bonafide.dsn",
        "cockroach://user:secret@host/db, set bonafide.dsn",
        "redis://user:secret@host/db, none that Bonafide knows",
        "user:secret, none that Bonafide knows",
        "sqlite://, needs the path of a file",
        "sqlite://data/, needs the path of a file",
        "sqlite://:memory:, needs the path of a file",
        "sqlite://data/secret.db?_fk=true, takes no parameters",
    })
    void refusesWhatItCanNotOpenWithoutRepeatingSecrets(String dsn, String why) {
        assertThatThrownBy(() -> open(dsn))
                .isInstanceOf(NotOpened.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Stores.openForReading(dsn)).isInstanceOf(NotOpened.class);
    }

    @Test
    void readsNoMemoryOfAnotherProcess() {
        assertThatThrownBy(() -> Stores.openForReading("memory")).isInstanceOf(NotOpened.class);
    }

    private static Store open(String dsn) {
        return Stores.open(dsn, new FakeClock(), _ -> {});
    }
}
