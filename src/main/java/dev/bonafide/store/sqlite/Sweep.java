package dev.bonafide.store.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deletes what no read sees any more, at most {@link #STEP} documents at a time. */
final class Sweep {
    static final int STEP = 200;

    private Sweep() {}

    static int expired(Link link, Instant now) throws SQLException {
        return remove(
                link,
                DocumentTable.rows(
                        link,
                        "WHERE d.expires_at <= ? ORDER BY d.expires_at LIMIT " + STEP,
                        DocumentTable.micros(now)));
    }

    static boolean anyCleared(Link link) throws SQLException {
        return oldNumber(link).isPresent();
    }

    /** A step in one collection that was cleared; forgets its number with its last document. */
    static int cleared(Link link) throws SQLException {
        Optional<Long> number = oldNumber(link);
        if (number.isEmpty()) {
            return 0;
        }
        int removed =
                remove(
                        link,
                        DocumentTable.rows(
                                link, "WHERE d.collection = ? LIMIT " + STEP, number.get()));
        if (removed < STEP) {
            link.update("DELETE FROM cleared WHERE number = ?", number.get());
        }
        return removed;
    }

    private static Optional<Long> oldNumber(Link link) throws SQLException {
        return link.first("SELECT number FROM cleared LIMIT 1", row -> row.getLong(1));
    }

    private static int remove(Link link, List<DocumentTable.Place> places) throws SQLException {
        for (DocumentTable.Place place : places) {
            DocumentTable.remove(link, place);
        }
        return places.size();
    }
}
