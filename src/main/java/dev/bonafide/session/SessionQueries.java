package dev.bonafide.session;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.Folds;
import dev.bonafide.log.Projections;
import dev.bonafide.log.Shown;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection.Direction;
import java.time.Duration;
import java.util.List;

/**
 * Lists of sessions, newest first, by the projection; waits a moment for it, so that one sees what
 * one has just done.
 */
public final class SessionQueries {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Shown documents;
    private final Projections projections;
    private final Folds folds;

    public SessionQueries(Projections projections, Folds folds) {
        this.documents = projections.shown(SessionProjection.SHAPE);
        this.projections = projections;
        this.folds = folds;
    }

    /**
     * Sessions that began before the one with the id {@code before} ("" = from the newest), ended
     * ones included.
     */
    public List<SessionId> all(String before, int limit) {
        catchUp();
        return ids(
                documents.find(
                        SessionProjection.LISTED,
                        SessionProjection.ALL,
                        Direction.DESCENDING,
                        before,
                        limit));
    }

    /** Those of one identity. */
    public List<SessionId> of(IdentityId identity, String before, int limit) {
        catchUp();
        return ids(
                documents.find(
                        SessionProjection.IDENTITY,
                        identity.toString(),
                        Direction.DESCENDING,
                        before,
                        limit));
    }

    /** Position of the log's head. */
    long head() {
        return folds.strong();
    }

    private void catchUp() {
        projections.await(SessionProjection.NAME, folds.strong(), PATIENCE);
    }

    private static List<SessionId> ids(List<Document> page) {
        return page.stream().map(document -> SessionId.of(document.id())).toList();
    }
}
