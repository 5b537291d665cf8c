package dev.bonafide.session;

import dev.bonafide.identity.IdentityEvent;
import dev.bonafide.log.Projection;
import dev.bonafide.log.Recorded;
import dev.bonafide.log.View;
import dev.bonafide.log.ViewEntries;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.DocumentCollection.Direction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;

/**
 * Which sessions there are, for lists: ids by identity and over all. What a session is worth is
 * read from its fold, so a list may lack the newest session for a moment but never shows a wrong
 * one.
 */
final class SessionProjection implements View {
    static final String NAME = "sessions-2";
    static final String IDENTITY = "identity";
    static final String LISTED = "listed";
    static final String ALL = "all";
    static final CollectionShape SHAPE = new CollectionShape(NAME, Set.of(IDENTITY, LISTED));
    private static final int PURGE = 500;

    private final DocumentCollection documents;
    private final ViewEntries entries;

    SessionProjection(DocumentCollection documents) {
        this.documents = documents;
        this.entries = new ViewEntries(documents);
    }

    @Override
    public CollectionShape shape() {
        return SHAPE;
    }

    @Override
    public Projection onto(DocumentCollection other) {
        return new SessionProjection(other);
    }

    @Override
    public void clear() {
        documents.clear();
    }

    @EventHandler
    void on(SessionEvent.Started event, Recorded recorded) {
        entries.put(
                event.session().toString(),
                recorded.position(),
                Map.of(IDENTITY, Set.of(event.identity().toString()), LISTED, Set.of(ALL)));
    }

    /** Of somebody erased no list speaks any more. */
    @EventHandler
    void on(IdentityEvent.Erased event, Recorded recorded) {
        String identity = event.identity().toString();
        String last = "";
        List<Document> page;
        do {
            page = documents.find(IDENTITY, identity, Direction.ASCENDING, last, PURGE);
            page.forEach(session -> entries.bury(session.id(), recorded.position()));
            last = page.isEmpty() ? last : page.getLast().id();
        } while (!page.isEmpty());
    }
}
