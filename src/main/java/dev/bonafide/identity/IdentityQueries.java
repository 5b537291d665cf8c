package dev.bonafide.identity;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.log.Folds;
import dev.bonafide.log.Projections;
import dev.bonafide.log.Shown;
import dev.bonafide.store.DocumentCollection.Direction;
import java.time.Duration;
import java.util.List;

/**
 * Lists of identities, oldest first, by the projection; waits a moment for it, so that one sees
 * what one has just done.
 */
public final class IdentityQueries {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Shown documents;
    private final Projections projections;
    private final Folds folds;

    public IdentityQueries(Projections projections, Folds folds) {
        this.documents = projections.shown(IdentityProjection.SHAPE);
        this.projections = projections;
        this.folds = folds;
    }

    /** Identities after the one with the id {@code after}; "" = from the oldest. */
    public List<IdentityId> all(String after, int limit) {
        projections.await(IdentityProjection.NAME, folds.strong(), PATIENCE);
        return documents
                .find(
                        IdentityProjection.LISTED,
                        IdentityProjection.ALL,
                        Direction.ASCENDING,
                        after,
                        limit)
                .stream()
                .map(document -> IdentityId.of(document.id()))
                .toList();
    }

    /** Position of the log's head. */
    long head() {
        return folds.strong();
    }
}
