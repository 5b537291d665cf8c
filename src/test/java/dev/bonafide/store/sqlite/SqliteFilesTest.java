package dev.bonafide.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.NotOpened;
import dev.bonafide.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are made, which are taken, and which are left alone. */
class SqliteFilesTest {
    private Path parent;
    private Path directory;
    private Path database;

    @BeforeEach
    void choosePath(@TempDir Path temporary) {
        parent = temporary.resolve("new");
        directory = parent.resolve("data");
        database = directory.resolve("b.db");
    }

    @Test
    void makesDirectoriesAndFilesForTheirOwnerAlone() throws Exception {
        try (Store store = open()) {
            store.keys().putIfAbsent("key", new byte[] {1});
            store.documents()
                    .collection(new CollectionShape("flows-1", Set.of()))
                    .insert(Document.of("f1", "{}", null));

            assertThat(mode(directory)).isEqualTo("rwx------");
            assertThat(mode(parent)).isEqualTo("rwx------");
            try (var files = Files.list(directory)) {
                assertThat(files)
                        .hasSize(7)
                        .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void writesTheLogThroughToTheDiskAndOverwritesWhatItDeletes() throws Exception {
        open().close();
        try (Link link = new DatabaseFile(database, Schema.LOG).openForWriting()) {
            assertThat(pragma(link, "synchronous")).isEqualTo("2");
            assertThat(pragma(link, "secure_delete")).isEqualTo("1");
            assertThat(pragma(link, "journal_mode")).isEqualTo("wal");
        }
    }

    @Test
    void leavesADatabaseOfKratosAlone() throws Exception {
        sql(database, "CREATE TABLE identities(id TEXT)");

        assertRefused(database, "is a database of Ory Kratos");
    }

    @Test
    void leavesOtherProgramsDatabasesAlone() throws Exception {
        sql(database, "CREATE TABLE anything(id TEXT)");
        assertRefused(database, "belongs to another program");

        Path marked = directory.resolve("b-views.db");
        Files.delete(database);
        sql(marked, "PRAGMA application_id = 7");
        assertRefused(marked, "b-views.db belongs to another program");
    }

    @Test
    void leavesFilesThatAreNoDatabaseAlone() throws Exception {
        Files.createDirectories(directory);
        Files.writeString(database, "Dear diary, ".repeat(100));

        assertRefused(database, "is not an SQLite database");
    }

    @Test
    void leavesANewerSchemaAlone() throws Exception {
        open().close();
        sql(database, "PRAGMA user_version = 2");

        assertRefused(database, "schema version 2; this release reads version 1 only");
    }

    @Test
    void givesTheLockBackWhenRefused() throws Exception {
        sql(directory.resolve("b-views.db"), "CREATE TABLE anything(id TEXT)");
        assertThatThrownBy(this::open).isInstanceOf(NotOpened.class);
        Files.delete(directory.resolve("b-views.db"));

        open().close();
    }

    @Test
    void takesAnEmptyFileAndOneWithoutTables() throws Exception {
        Files.createDirectories(directory);
        Files.createFile(database);
        sql(directory.resolve("b-views.db"), "PRAGMA journal_mode = WAL");

        open().close();
        assertThat(new DatabaseFile(database, Schema.LOG).recognised()).isTrue();
    }

    @Test
    void readsOnlyWhatIsThere() throws Exception {
        assertThatThrownBy(() -> SqliteLogStore.openForReading(database))
                .isInstanceOf(NotOpened.class)
                .hasMessageContaining("holds nothing yet");
        assertThat(directory).doesNotExist();

        sql(database, "CREATE TABLE identities(id TEXT)");
        assertThatThrownBy(() -> SqliteLogStore.openForReading(database))
                .isInstanceOf(NotOpened.class)
                .hasMessageContaining("Kratos");
    }

    @Test
    void namesTheViewsAfterTheLog() {
        assertThat(SqliteStore.viewsPath(Path.of("/data/bonafide.db")))
                .isEqualTo(Path.of("/data/bonafide-views.db"));
        assertThat(SqliteStore.viewsPath(Path.of("/data.d/log")))
                .isEqualTo(Path.of("/data.d/log-views"));
    }

    private void assertRefused(Path file, String why) throws Exception {
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(this::open).isInstanceOf(NotOpened.class).hasMessageContaining(why);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private Store open() {
        return SqliteStore.open(database, new FakeClock(), _ -> {});
    }

    private void sql(Path file, String sql) throws Exception {
        Files.createDirectories(directory);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String pragma(Link link, String name) throws Exception {
        return link.first("PRAGMA " + name, row -> row.getString(1)).orElseThrow();
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
