package dev.bonafide.identity;

import dev.bonafide.log.Projection;
import dev.bonafide.log.Recorded;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.Documents;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;

/** Which identities there are, for lists; what they are is read from their folds. */
final class IdentityProjection implements Projection {
    static final String NAME = "identities-1";
    static final CollectionShape SHAPE = new CollectionShape(NAME, Set.of());

    private final DocumentCollection documents;

    IdentityProjection(Documents documents) {
        this.documents = documents.collection(SHAPE);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void clear() {
        documents.clear();
    }

    /** A repeat finds the document there and changes nothing. */
    @EventHandler
    void on(IdentityEvent.Registered event, Recorded recorded) {
        String body = "{\"position\":" + recorded.position() + "}";
        documents.insert(new Document(event.identity().toString(), 1, body, Map.of(), null));
    }

    @EventHandler
    void on(IdentityEvent.Erased event) {
        documents.delete(event.identity().toString());
    }
}
