package dev.bonafide.store.sqlite;

import dev.bonafide.store.NotOpened;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/** One of the two files: recognised before anything is written to it, then opened. */
record DatabaseFile(Path path, Schema schema) {
    private static final int READER_WAITS_MILLIS = 5_000;
    private static final int WRITER_WAITS_MILLIS = 1_000;

    private record Marks(long applicationId, long version, long tables, long kratosTables) {}

    /** Makes the file and its tables where there are none. */
    void prepare() {
        PrivateFiles.createFile(path);
        try {
            if (!recognised()) {
                create();
            }
        } catch (SQLException e) {
            throw notOpened(e);
        }
    }

    /** A connection of the one writing thread. */
    Link openForWriting() throws SQLException {
        Link link = connect(SQLiteOpenMode.READWRITE, WRITER_WAITS_MILLIS);
        for (String pragma : schema.pragmas()) {
            link.run(pragma);
        }
        link.begin();
        return link;
    }

    /** A connection that can't write. */
    Link openForReading() throws SQLException {
        return connect(SQLiteOpenMode.READONLY, READER_WAITS_MILLIS);
    }

    /** Refuses a file that isn't there or isn't ours, without touching it. */
    void checkForReading() {
        try {
            if (!Files.exists(path) || !recognised()) {
                throw new NotOpened(path + " holds nothing yet");
            }
        } catch (SQLException e) {
            throw notOpened(e);
        }
    }

    NotOpened notOpened(SQLException cause) {
        boolean foreign =
                cause instanceof SQLiteException e
                        && e.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB;
        return foreign
                ? new NotOpened(path + " is not an SQLite database; it was left as it is")
                : new NotOpened("%s: %s".formatted(path, cause.getMessage()), cause);
    }

    boolean recognised() throws SQLException {
        Marks marks = marks();
        if (marks.applicationId() == schema.applicationId()) {
            checkVersion(marks.version());
            return true;
        }
        if (marks.applicationId() != 0 || marks.tables() > 0) {
            throw foreign(marks);
        }
        return false;
    }

    private Marks marks() throws SQLException {
        try (Link link = openForReading()) {
            return link.first(
                            """
                            SELECT application_id, user_version,
                              (SELECT count(*) FROM sqlite_schema),
                              (SELECT count(*) FROM sqlite_schema WHERE name = 'identities')
                            FROM pragma_application_id, pragma_user_version
                            """,
                            row ->
                                    new Marks(
                                            row.getLong(1),
                                            row.getLong(2),
                                            row.getLong(3),
                                            row.getLong(4)))
                    .orElseThrow();
        }
    }

    private void checkVersion(long version) {
        if (version != Schema.VERSION) {
            throw new NotOpened(
                    "%s has schema version %d; this release reads version %d only"
                            .formatted(path, version, Schema.VERSION));
        }
    }

    private NotOpened foreign(Marks marks) {
        String owner =
                marks.kratosTables() > 0
                        ? "is a database of Ory Kratos"
                        : "belongs to another program";
        return new NotOpened(
                "%s %s; it was left as it is. Name another file in bonafide.dsn"
                        .formatted(path, owner));
    }

    /** Marks and tables come in one transaction: a crash leaves an empty file or a complete one. */
    private void create() throws SQLException {
        try (Link link = connect(SQLiteOpenMode.READWRITE, WRITER_WAITS_MILLIS)) {
            useWriteAheadLog(link);
            link.run("PRAGMA synchronous = FULL");
            link.begin();
            link.run("PRAGMA application_id = " + schema.applicationId());
            link.run("PRAGMA user_version = " + Schema.VERSION);
            for (String statement : schema.statements()) {
                link.run(statement);
            }
            link.commit();
        }
    }

    private void useWriteAheadLog(Link link) throws SQLException {
        String mode = link.first("PRAGMA journal_mode = WAL", row -> row.getString(1)).orElse("");
        if (!mode.equals("wal")) {
            throw new NotOpened(
                    path
                            + " can't have a write-ahead log here; it needs a local disk, not a network's");
        }
    }

    private Link connect(SQLiteOpenMode mode, int waitsMillis) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setReadOnly(mode == SQLiteOpenMode.READONLY);
        config.setBusyTimeout(waitsMillis);
        Link link = new Link(config.createConnection("jdbc:sqlite:" + path));
        link.run("PRAGMA trusted_schema = OFF");
        // Sorting must not leave keys or personal data in temporary files.
        link.run("PRAGMA temp_store = MEMORY");
        return link;
    }
}
