package dev.bonafide.store.sqlite;

import dev.bonafide.store.Keys;
import dev.bonafide.store.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys beside the log; a destroyed one is a row without value. */
final class SqliteKeys implements Keys {
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
            link.update(
                    "INSERT INTO keys(name, value) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    name,
                    value);
            return entry(link, name);
        });
    }

    @Override
    public Entry get(String name) {
        return readers.read(link -> entry(link, name));
    }

    @Override
    public boolean replace(String name, byte[] expected, byte[] value) {
        return writing.write(link ->
                link.update(
                                "UPDATE keys SET value = ? WHERE name = ? AND value = ?",
                                value,
                                name,
                                expected)
                        == 1);
    }

    /**
     * With {@code secure_delete} SQLite overwrites what it frees within its pages; older versions
     * of the page are in the write-ahead log until that is cut.
     */
    @Override
    public void destroy(String name) {
        Text.wellFormed(name);
        writing.writeOver(link ->
                link.update(
                        """
                        INSERT INTO keys(name, value) VALUES (?, NULL)
                        ON CONFLICT DO UPDATE SET value = NULL
                        """,
                        name));
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

    private static Entry entry(Link link, String name) throws SQLException {
        return link.first(
                        "SELECT value IS NULL, value FROM keys WHERE name = ?",
                        SqliteKeys::entry,
                        name)
                .orElseGet(Entry.Absent::new);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        byte @Nullable [] value = row.getBytes(2);
        if (row.getBoolean(1)) {
            return new Entry.Destroyed();
        }
        return new Entry.Held(value == null ? new byte[0] : value);
    }
}
