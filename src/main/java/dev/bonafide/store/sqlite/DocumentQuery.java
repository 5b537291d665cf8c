package dev.bonafide.store.sqlite;

import static dev.bonafide.store.sqlite.DocumentTable.BY_ID;
import static dev.bonafide.store.sqlite.DocumentTable.COLLECTION;
import static dev.bonafide.store.sqlite.DocumentTable.COLUMNS;

import dev.bonafide.store.DocumentCollection.Direction;

/**
 * Every read of documents, as text made once. Each leaves out what has expired at the time it is
 * given.
 */
final class DocumentQuery {
    private static final String VISIBLE = " AND (d.expires_at IS NULL OR d.expires_at > ?)";

    private static final String WITH_KEY =
            """
             FROM document_keys k CROSS JOIN documents d
               ON d.collection = k.collection AND d.id = k.id
             WHERE k.collection = %s AND k.idx = ? AND k.key = ? %s
            """
                    .formatted(COLLECTION, VISIBLE);

    private static final String WITHIN =
            "FROM documents d WHERE d.collection = %s %s".formatted(COLLECTION, VISIBLE);

    /** Collection, id, now. */
    static final String GET = COLUMNS + "FROM documents d " + BY_ID + VISIBLE;

    /** Collection, index, key, now. */
    static final String COUNT = "SELECT count(*)" + WITH_KEY;

    private static final String FIND_UP = COLUMNS + WITH_KEY + up("k.id");
    private static final String FIND_DOWN = COLUMNS + WITH_KEY + down("k.id");
    private static final String ALL_UP = COLUMNS + WITHIN + up("d.id");
    private static final String ALL_DOWN = COLUMNS + WITHIN + down("d.id");

    private DocumentQuery() {}

    /** Collection, index, key, now, after, limit. */
    static String find(Direction direction) {
        return switch (direction) {
            case ASCENDING -> FIND_UP;
            case DESCENDING -> FIND_DOWN;
        };
    }

    /** Collection, now, after, limit. */
    static String all(Direction direction) {
        return switch (direction) {
            case ASCENDING -> ALL_UP;
            case DESCENDING -> ALL_DOWN;
        };
    }

    private static String up(String id) {
        return " AND %1$s > ? ORDER BY %1$s LIMIT ?".formatted(id);
    }

    /** No byte of UTF-8 is FF, so every id is below it. */
    private static String down(String id) {
        return " AND %1$s < ifnull(nullif(?, ''), CAST(x'FF' AS TEXT)) ORDER BY %1$s DESC LIMIT ?"
                .formatted(id);
    }
}
