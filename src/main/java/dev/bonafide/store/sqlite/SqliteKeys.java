package dev.bonafide.store.sqlite;

import dev.bonafide.kernel.Unavailable;
import dev.bonafide.store.Keys;
import dev.bonafide.store.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys beside the log: names, and slots with the values; a destroyed key is a name without slot.
 */
final class SqliteKeys implements Keys {
    private static final String FIND =
            """
            SELECT k.slot, s.number, s.value FROM keys k LEFT JOIN slots s ON s.number = k.slot
            WHERE k.name = ?
            """;

    private final Readers readers;
    private final Writing writing;

    SqliteKeys(Readers readers, Writing writing) {
        this.readers = readers;
        this.writing = writing;
    }

    @Override
    public Entry putIfAbsent(String name, byte[] value) {
        Text.wellFormed(name);
        return writing.write(link -> {
            if (entry(link, name) instanceof Entry.Absent) {
                put(link, name, value);
            }
            return entry(link, name);
        });
    }

    @Override
    public Entry get(String name) {
        return readers.read(link -> entry(link, name));
    }

    @Override
    public boolean replace(String name, byte[] expected, byte[] value) {
        return writing.write(link -> {
            boolean equal =
                    entry(link, name) instanceof Entry.Held(byte[] held)
                            && Arrays.equals(held, expected);
            if (equal) {
                overwrite(link, name);
                put(link, name, value);
            }
            return equal;
        });
    }

    /**
     * Zeros go where the value was; older versions of the page are in the write-ahead log until
     * that is cut.
     */
    @Override
    public void destroy(String name) {
        Text.wellFormed(name);
        writing.writeOver(link -> {
            overwrite(link, name);
            return link.update(
                    """
                    INSERT INTO keys VALUES (?, NULL) ON CONFLICT DO UPDATE SET slot = NULL
                    """,
                    name);
        });
    }

    @Override
    public List<String> names(String prefix, String after, int limit) {
        return readers.read(link ->
                // No byte of UTF-8 is FF, so every name with the prefix is below prefix + FF.
                link.all(
                        """
                        SELECT name FROM keys
                        WHERE name >= ? AND name < ? || CAST(x'FF' AS TEXT) AND name > ?
                        ORDER BY name LIMIT ?
                        """,
                        row -> row.getString(1),
                        prefix,
                        prefix,
                        after,
                        limit));
    }

    private static void put(Link link, String name, byte[] value) throws SQLException {
        link.update("INSERT INTO slots(value) VALUES (?)", value);
        link.update(
                """
                INSERT INTO keys VALUES (?, last_insert_rowid())
                ON CONFLICT DO UPDATE SET slot = excluded.slot
                """,
                name);
    }

    /** With as many zeros, so that they take the very place of the value. */
    private static void overwrite(Link link, String name) throws SQLException {
        link.update(
                """
                UPDATE slots SET value = zeroblob(length(value))
                WHERE number = (SELECT slot FROM keys WHERE name = ?)
                """,
                name);
    }

    private static Entry entry(Link link, String name) throws SQLException {
        return link.first(FIND, SqliteKeys::entry, name).orElseGet(Entry.Absent::new);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        if (row.getObject(1) == null) {
            return new Entry.Destroyed();
        }
        if (row.getObject(2) == null) {
            throw new Unavailable("a key without its value: the store is damaged");
        }
        byte @Nullable [] value = row.getBytes(3);
        return new Entry.Held(value == null ? new byte[0] : value);
    }
}
