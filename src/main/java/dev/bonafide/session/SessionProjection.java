package dev.bonafide.session;

import dev.bonafide.identity.IdentityEvent;
import dev.bonafide.log.Projection;
import dev.bonafide.log.Recorded;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.DocumentCollection.Direction;
import dev.bonafide.store.Documents;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;

/**
 * Which sessions there are, for lists: ids by identity and over all. What a session is worth is
 * read from its fold, so a list may lack the newest session for a moment but never shows a wrong
 * one.
 */
final class SessionProjection implements Projection {
    static final String NAME = "sessions-1";
    static final CollectionShape SHAPE = new CollectionShape(NAME, Set.of("identity"));
    private static final int PURGE = 500;

    private final DocumentCollection documents;

    SessionProjection(Documents documents) {
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
    void on(SessionEvent.Started event, Recorded recorded) {
        String identity = event.identity().toString();
        String body = "{\"position\":" + recorded.position() + "}";
        Map<String, Set<String>> keys = Map.of("identity", Set.of(identity));
        documents.insert(new Document(event.session().toString(), 1, body, keys, null));
    }

    /** Of somebody erased no list speaks any more. */
    @EventHandler
    void on(IdentityEvent.Erased event) {
        String identity = event.identity().toString();
        List<Document> page;
        do {
            page = documents.find("identity", identity, Direction.ASCENDING, "", PURGE);
            page.forEach(document -> documents.delete(document.id()));
        } while (!page.isEmpty());
    }
}
