package dev.bonafide.bench;

import dev.bonafide.store.Commit;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The same bytes in a table of nobody's design, as fast as JDBC and SQLite go. */
final class Raw implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Connection connection;
    private long next = 1;

    Raw(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("CREATE TABLE raw(position INTEGER PRIMARY KEY, body BLOB NOT NULL)");
        }
        connection.setAutoCommit(false);
    }

    /** In batches of this size, each a durable transaction. */
    void insert(List<Commit> commits, int size) throws SQLException {
        for (int from = 0; from < commits.size(); from += size) {
            batch(commits.subList(from, Math.min(from + size, commits.size())));
        }
    }

    private void batch(List<Commit> commits) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO raw VALUES(?, ?)")) {
            for (Commit commit : commits) {
                insert.setLong(1, next++);
                insert.setBytes(2, commit.body());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    /** Reads all and parses each; answers how many. */
    int readAll() throws SQLException {
        int count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT body FROM raw ORDER BY position")) {
            while (rows.next()) {
                JSON.readTree(rows.getBytes(1));
                count++;
            }
        }
        return count;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
