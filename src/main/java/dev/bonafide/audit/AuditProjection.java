package dev.bonafide.audit;

import dev.bonafide.http.Json;
import dev.bonafide.kernel.ConcernsIdentity;
import dev.bonafide.kernel.FlowId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.kernel.StreamKind;
import dev.bonafide.log.Folds;
import dev.bonafide.log.Meta;
import dev.bonafide.log.Projection;
import dev.bonafide.log.Recorded;
import dev.bonafide.log.View;
import dev.bonafide.session.Session;
import dev.bonafide.session.SessionState;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** Writes one entry per event, found by position, identity, session and type. */
final class AuditProjection implements View {
    static final String NAME = "audit-1";
    static final CollectionShape SHAPE =
            new CollectionShape(NAME, Set.of("identity", "session", "type"));

    private final DocumentCollection documents;
    private final Folds folds;

    AuditProjection(DocumentCollection documents, Folds folds) {
        this.documents = documents;
        this.folds = folds;
    }

    @Override
    public CollectionShape shape() {
        return SHAPE;
    }

    @Override
    public Projection onto(DocumentCollection other) {
        return new AuditProjection(other, folds);
    }

    @Override
    public void clear() {
        documents.clear();
    }

    /** A repeat finds the entry there and changes nothing; nothing is ever taken away. */
    @EventHandler
    void on(Object event, Recorded recorded) {
        AuditEntry entry = entry(event, recorded);
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        keys.put("type", Set.of(entry.type()));
        if (entry.identity() != null) {
            keys.put("identity", Set.of(entry.identity().toString()));
        }
        if (entry.session() != null) {
            keys.put("session", Set.of(entry.session().toString()));
        }
        String body = Json.mapper().writeValueAsString(entry);
        documents.insert(new Document(id(recorded.position()), 1, body, keys, null));
    }

    /** Fixed width, so that the order of ids is that of positions. */
    static String id(long position) {
        return "%020d".formatted(position);
    }

    private AuditEntry entry(Object event, Recorded recorded) {
        Meta meta = recorded.meta();
        UUID session = session(recorded);
        FlowId flow = meta.flow();
        return new AuditEntry(
                recorded.position(),
                recorded.at(),
                recorded.name(),
                meta.actor(),
                meta.request(),
                identity(event, recorded, session),
                session,
                flow == null ? null : flow.value(),
                meta.client() instanceof Sealed.Closed closed ? closed : null,
                Details.of(event));
    }

    private static @Nullable UUID session(Recorded recorded) {
        if (recorded.stream().kind() == StreamKind.SESSION) {
            return recorded.stream().uuid();
        }
        SessionId acting = recorded.meta().session();
        return acting == null ? null : acting.value();
    }

    private @Nullable UUID identity(Object event, Recorded recorded, @Nullable UUID session) {
        return switch (recorded.stream().kind()) {
            case IDENTITY -> recorded.stream().uuid();
            case GUARD, CLAIM, ALERT ->
                    event instanceof ConcernsIdentity about ? about.identity().value() : null;
            case SESSION, USE, LOG ->
                    session == null ? owner(recorded.meta()) : holder(new SessionId(session));
        };
    }

    /** Before there is a session, the key that seals the client says whom it is about. */
    private static @Nullable UUID owner(Meta meta) {
        return meta.client() instanceof Sealed.Closed closed ? closed.owner().value() : null;
    }

    /** Whose session it is: a fact that never changes, so it may be read from today's fold. */
    private @Nullable UUID holder(SessionId session) {
        SessionState state = folds.read(Session.FOLD, Session.stream(session)).state();
        return state instanceof SessionState.Started started ? started.identity().value() : null;
    }
}
