package dev.bonafide.flow;

import dev.bonafide.flow.Flow.Kind;
import dev.bonafide.http.Json;
import dev.bonafide.kernel.FlowId;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.Documents;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Keeps flows until a day after they expire, so that a late submit is told so instead of "not
 * found".
 */
public final class Flows {
    private static final Duration KEPT_AFTER_EXPIRY = Duration.ofDays(1);
    private static final int TRIES = 20;

    private final DocumentCollection documents;

    public Flows(Documents documents) {
        this.documents = documents.collection(new CollectionShape("flows-1", Set.of()));
    }

    public Flow create(Flow flow) {
        String body = Json.mapper().writeValueAsString(flow);
        documents.insert(
                Document.of(
                        key(flow.kind(), flow.flowId()),
                        body,
                        flow.asked().expiresAt().plus(KEPT_AFTER_EXPIRY)));
        return flow;
    }

    public Optional<Flow> find(Kind kind, FlowId id) {
        return documents.get(key(kind, id)).map(Flows::read);
    }

    /**
     * Changes what is kept now, whatever was changed meanwhile. A flow that went away meanwhile is
     * changed for this answer only.
     */
    public Flow update(Flow flow, UnaryOperator<Flow> change) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Document> kept = documents.get(key(flow.kind(), flow.flowId()));
            if (kept.isEmpty()) {
                return change.apply(flow);
            }
            Flow changed = change.apply(read(kept.get()));
            if (documents.replace(kept.get().withBody(Json.mapper().writeValueAsString(changed)))) {
                return changed;
            }
        }
        throw new Unavailable("the flow is being changed by many requests at once");
    }

    private static Flow read(Document document) {
        return Json.mapper().readValue(document.body(), Flow.class);
    }

    private static String key(Kind kind, FlowId id) {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + "/" + id;
    }
}
