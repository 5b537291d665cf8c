package dev.bonafide.store.sqlite;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.store.Commit;
import dev.bonafide.store.Damaged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The statements over {@code commits} and {@code events}. */
final class CommitTable {
    private static final int PAGE_BYTES_MAX = 4 << 20;

    private static final String COLUMNS =
            """
            SELECT c.position, c.count, c.id, c.node, c.at, c.version, c.previous, c.digest, c.hash,
              (SELECT group_concat(hex(e.stream) || ':' || e.sequence, ',' ORDER BY e.position)
               FROM events e WHERE e.position BETWEEN c.position AND c.position + c.count - 1),
              c.body
            """;

    private static final String AFTER =
            COLUMNS + "FROM commits c WHERE c.position > ? ORDER BY c.position LIMIT ?";
    private static final String AT_OR_BEFORE =
            COLUMNS + "FROM commits c WHERE c.position <= ? ORDER BY c.position DESC LIMIT 1";

    /**
     * CROSS JOIN: the events of the stream by their index first, then the commit that holds each.
     */
    private static final String OF_STREAM =
            COLUMNS
                    + """
                    FROM events f CROSS JOIN commits c ON c.position =
                      (SELECT max(p.position) FROM commits p WHERE p.position <= f.position)
                    WHERE f.stream = ? AND f.sequence >= ? ORDER BY f.sequence
                    """;

    private CommitTable() {}

    /**
     * {@link Taken} if a position or a place in a stream is occupied; the link must be rolled back.
     */
    static boolean insert(Link link, List<Commit> batch) throws SQLException {
        for (int i = 0; i < batch.size(); i++) {
            try {
                insert(link, batch.get(i));
            } catch (SQLiteException e) {
                if (taken(e)) {
                    throw new Taken(i);
                }
                throw e;
            }
        }
        return true;
    }

    static List<Commit> after(Link link, long position, int limit) throws SQLException {
        List<Commit> page = new ArrayList<>();
        long[] bytes = {0};
        link.each(
                AFTER,
                row -> {
                    Commit commit = commit(row);
                    page.add(commit);
                    bytes[0] += commit.body().length;
                    return bytes[0] <= PAGE_BYTES_MAX;
                },
                position,
                limit);
        return page;
    }

    static Optional<Commit> last(Link link) throws SQLException {
        return link.first(AT_OR_BEFORE, CommitTable::commit, Long.MAX_VALUE);
    }

    static Optional<Commit> at(Link link, long position) throws SQLException {
        return link.first(AT_OR_BEFORE, CommitTable::commit, position)
                .filter(commit -> position <= commit.last());
    }

    /** Last position that is taken; 0 if there is none. */
    static long head(Link link) throws SQLException {
        return link.first("SELECT max(position) FROM events", row -> row.getLong(1)).orElse(0L);
    }

    static boolean holds(Link link, Commit commit) throws SQLException {
        return at(link, commit.position())
                .filter(found -> found.position() == commit.position())
                .filter(found -> Arrays.equals(found.id(), commit.id()))
                .isPresent();
    }

    static List<Commit> stream(Link link, StreamId stream, long fromSequence, int limit)
            throws SQLException {
        List<Commit> found = new ArrayList<>();
        link.each(
                OF_STREAM,
                row -> {
                    if (found.size() == limit) {
                        return false;
                    }
                    if (found.isEmpty() || found.getLast().position() != row.getLong(1)) {
                        found.add(commit(row));
                    }
                    return true;
                },
                stream.bytes(),
                fromSequence);
        return found;
    }

    private static void insert(Link link, Commit commit) throws SQLException {
        link.update(
                "INSERT INTO commits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                commit.position(),
                commit.count(),
                commit.id(),
                commit.node(),
                commit.at(),
                commit.version(),
                commit.previous(),
                commit.digest(),
                commit.hash(),
                commit.body());
        long position = commit.position();
        for (Commit.Key key : commit.keys()) {
            link.update(
                    "INSERT INTO events VALUES (?, ?, ?)",
                    position++,
                    key.stream().bytes(),
                    key.sequence());
        }
    }

    private static boolean taken(SQLiteException e) {
        return e.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY
                || e.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE;
    }

    private static Commit commit(ResultSet row) throws SQLException {
        return new Commit(
                row.getLong(1),
                row.getInt(2),
                bytes(row, 3),
                bytes(row, 4),
                row.getLong(5),
                row.getInt(6),
                bytes(row, 7),
                bytes(row, 8),
                bytes(row, 9),
                keys(row),
                bytes(row, 11));
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte @Nullable [] bytes = row.getBytes(column);
        if (bytes == null) {
            throw new Damaged(row.getLong(1), "no bytes in column " + column);
        }
        return bytes;
    }

    private static List<Commit.Key> keys(ResultSet row) throws SQLException {
        @Nullable String keys = row.getString(10);
        if (keys == null) {
            throw new Damaged(row.getLong(1), "none of its events has a place");
        }
        try {
            return Arrays.stream(keys.split(",")).map(CommitTable::key).toList();
        } catch (IllegalArgumentException e) {
            throw new Damaged(row.getLong(1), String.valueOf(e.getMessage()));
        }
    }

    private static Commit.Key key(String text) {
        int colon = text.indexOf(':');
        return new Commit.Key(
                StreamId.ofHex(text.substring(0, colon)),
                Long.parseLong(text.substring(colon + 1)));
    }
}
