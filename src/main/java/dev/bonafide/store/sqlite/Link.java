package dev.bonafide.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection with its statements, each prepared once. For one thread at a time. */
class Link implements AutoCloseable {
    /** Makes a value of the row at which the cursor stands. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Takes the row at which the cursor stands; false ends the reading. */
    @FunctionalInterface
    interface Visit {
        boolean row(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Link(Connection connection) {
        this.connection = connection;
    }

    /** Rows are fetched only as long as the visitor wants more. */
    final void each(String sql, Visit visit, @Nullable Object... values) throws SQLException {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            boolean more = rows.next();
            while (more && visit.row(rows)) {
                more = rows.next();
            }
        }
    }

    final <T> List<T> all(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        List<T> found = new ArrayList<>();
        each(sql, current -> found.add(row.of(current)), values);
        return found;
    }

    final <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values)
            throws SQLException {
        return all(sql, row, values).stream().findFirst();
    }

    final int update(String sql, @Nullable Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    /** For what is said once: pragmas and the schema. */
    final void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /**
     * From now on there always is a transaction, which takes no lock before its first statement.
     */
    final void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    /** Ends the transaction and begins the next. If this throws, it may have ended either way. */
    void commit() throws SQLException {
        connection.commit();
    }

    final void rollback() throws SQLException {
        connection.rollback();
    }

    /**
     * Moves everything from the write-ahead log into the file and cuts the former to nothing.
     *
     * @return false if a reader still uses older pages
     */
    final boolean truncate() throws SQLException {
        connection.setAutoCommit(true);
        boolean done =
                first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1) == 0).orElse(false);
        connection.setAutoCommit(false);
        return done;
    }

    @Override
    public final void close() throws SQLException {
        connection.close();
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
