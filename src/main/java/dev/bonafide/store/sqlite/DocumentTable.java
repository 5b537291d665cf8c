package dev.bonafide.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.bonafide.store.Document;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of {@code documents} and {@code document_keys}. */
final class DocumentTable {
    /** The number that the collection of that name has now; clearing gives it another. */
    static final String COLLECTION = "(SELECT number FROM collections WHERE name = ?)";

    static final String BY_ID = "WHERE d.collection = " + COLLECTION + " AND d.id = ?";

    /** Keys in hex, since they may hold any character. */
    static final String COLUMNS =
            """
            SELECT d.id, d.version, d.body, d.expires_at,
              (SELECT group_concat(hex(k.idx) || ':' || hex(k.key)) FROM document_keys k
               WHERE k.collection = d.collection AND k.id = d.id)
            """;

    /** Where a document is: its row, and what its keys go by. */
    record Place(long row, long collection, String id, long version, @Nullable Instant expiresAt) {
        boolean visibleAt(Instant now) {
            return expiresAt == null || now.isBefore(expiresAt);
        }
    }

    private DocumentTable() {}

    /** Does nothing where there is one of that name. */
    static int makeCollection(Link link, String name, String indexes) throws SQLException {
        return link.update(
                "INSERT INTO collections(name, indexes) VALUES (?, ?) ON CONFLICT DO NOTHING",
                name,
                indexes);
    }

    /** The indexes that the collection was made with. */
    static String indexes(Link link, String name) throws SQLException {
        return link.first(
                        "SELECT indexes FROM collections WHERE name = ?",
                        row -> row.getString(1),
                        name)
                .orElseThrow();
    }

    static Optional<Place> byId(Link link, String collection, String id) throws SQLException {
        return rows(link, BY_ID, collection, id).stream().findFirst();
    }

    static List<Place> rows(Link link, String where, Object... values) throws SQLException {
        return link.all(
                "SELECT d.number, d.collection, d.id, d.version, d.expires_at FROM documents d "
                        + where,
                row ->
                        new Place(
                                row.getLong(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getLong(4),
                                instant(row, 5)),
                values);
    }

    static void insert(Link link, String collection, Document document) throws SQLException {
        link.update(
                "INSERT INTO documents(collection, id, version, body, expires_at) VALUES ("
                        + COLLECTION
                        + ", ?, 1, ?, ?)",
                collection,
                document.id(),
                document.body(),
                expiry(document));
        insertKeys(link, collection, document);
    }

    static void replace(Link link, String collection, Place place, Document document)
            throws SQLException {
        link.update(
                "UPDATE documents SET version = version + 1, body = ?, expires_at = ? WHERE number = ?",
                document.body(),
                expiry(document),
                place.row());
        removeKeys(link, place);
        insertKeys(link, collection, document);
    }

    static void remove(Link link, Place place) throws SQLException {
        link.update("DELETE FROM documents WHERE number = ?", place.row());
        removeKeys(link, place);
    }

    static Document document(ResultSet row) throws SQLException {
        return new Document(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                keys(row.getString(5)),
                instant(row, 4));
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static @Nullable Long expiry(Document document) {
        Instant expiry = document.expiresAt();
        return expiry == null ? null : micros(expiry);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static void removeKeys(Link link, Place place) throws SQLException {
        link.update(
                "DELETE FROM document_keys WHERE collection = ? AND id = ?",
                place.collection(),
                place.id());
    }

    private static void insertKeys(Link link, String collection, Document document)
            throws SQLException {
        for (Map.Entry<String, Set<String>> index : document.keys().entrySet()) {
            for (String key : index.getValue()) {
                link.update(
                        "INSERT INTO document_keys VALUES (" + COLLECTION + ", ?, ?, ?)",
                        collection,
                        index.getKey(),
                        key,
                        document.id());
            }
        }
    }

    private static Map<String, Set<String>> keys(@Nullable String stored) {
        return stored == null
                ? Map.of()
                : Arrays.stream(stored.split(","))
                        .map(pair -> pair.split(":", -1))
                        .collect(
                                groupingBy(
                                        pair -> text(pair[0]),
                                        mapping(pair -> text(pair[1]), toSet())));
    }

    private static String text(String hex) {
        return new String(HexFormat.of().parseHex(hex), UTF_8);
    }
}
