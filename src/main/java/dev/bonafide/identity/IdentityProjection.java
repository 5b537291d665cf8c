package dev.bonafide.identity;

import dev.bonafide.log.Projection;
import dev.bonafide.log.Recorded;
import dev.bonafide.log.View;
import dev.bonafide.log.ViewEntries;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.DocumentCollection;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;

/** Which identities there are, for lists; what they are is read from their folds. */
final class IdentityProjection implements View {
    static final String NAME = "identities-2";
    static final String LISTED = "listed";
    static final String ALL = "all";
    static final CollectionShape SHAPE = new CollectionShape(NAME, Set.of(LISTED));

    private final DocumentCollection documents;
    private final ViewEntries entries;

    IdentityProjection(DocumentCollection documents) {
        this.documents = documents;
        this.entries = new ViewEntries(documents);
    }

    @Override
    public CollectionShape shape() {
        return SHAPE;
    }

    @Override
    public Projection onto(DocumentCollection other) {
        return new IdentityProjection(other);
    }

    @Override
    public void clear() {
        documents.clear();
    }

    @EventHandler
    void on(IdentityEvent.Registered event, Recorded recorded) {
        entries.put(event.identity().toString(), recorded.position(), Map.of(LISTED, Set.of(ALL)));
    }

    @EventHandler
    void on(IdentityEvent.Erased event, Recorded recorded) {
        entries.bury(event.identity().toString(), recorded.position());
    }
}
