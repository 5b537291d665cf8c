package dev.bonafide.audit;

import dev.bonafide.http.Json;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.Folds;
import dev.bonafide.log.Projections;
import dev.bonafide.log.Shown;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the trail, oldest first; waits a moment for it, so that one sees what one has just done.
 */
final class AuditQueries {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int BATCH = 500;

    private final Shown documents;
    private final Projections projections;
    private final Folds folds;

    AuditQueries(Projections projections, Folds folds) {
        this.documents = projections.shown(AuditProjection.SHAPE);
        this.projections = projections;
        this.folds = folds;
    }

    /** What is asked for; null stands for any. */
    record Filter(@Nullable UUID identity, @Nullable UUID session, @Nullable String type) {
        boolean takes(AuditEntry entry) {
            return (identity == null || identity.equals(entry.identity()))
                    && (session == null || session.equals(entry.session()))
                    && (type == null || type.equals(entry.type()));
        }
    }

    /** At most {@code limit} entries with positions greater than {@code after}. */
    List<AuditEntry> find(Filter filter, long after, int limit) {
        if (!projections.await(AuditProjection.NAME, folds.strong(), PATIENCE)) {
            // A trail that ends early without a word would be taken for the whole of it.
            throw new Unavailable("the trail is behind the log");
        }
        List<AuditEntry> found = new ArrayList<>();
        String cursor = AuditProjection.id(after);
        List<Document> page;
        do {
            page = page(filter, cursor);
            page.stream()
                    .map(document -> Json.mapper().readValue(document.body(), AuditEntry.class))
                    .filter(filter::takes)
                    .forEach(found::add);
            cursor = page.isEmpty() ? cursor : page.getLast().id();
        } while (found.size() < limit && page.size() == BATCH);
        return found.subList(0, Math.min(limit, found.size()));
    }

    /** By the index that narrows most. */
    private List<Document> page(Filter filter, String cursor) {
        if (filter.session() != null) {
            return documents.find(
                    "session", filter.session().toString(), Direction.ASCENDING, cursor, BATCH);
        }
        if (filter.identity() != null) {
            return documents.find(
                    "identity", filter.identity().toString(), Direction.ASCENDING, cursor, BATCH);
        }
        if (filter.type() != null) {
            return documents.find("type", filter.type(), Direction.ASCENDING, cursor, BATCH);
        }
        return documents.all(Direction.ASCENDING, cursor, BATCH);
    }
}
