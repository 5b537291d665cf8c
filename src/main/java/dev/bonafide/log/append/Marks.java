package dev.bonafide.log.append;

import dev.bonafide.kernel.Ticker;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.event.EventJson;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.DocumentCollection.Direction;
import dev.bonafide.store.Documents;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The marks of nodes that lose, as one node sees them. Ages are counted from when it first saw a
 * mark, by its own monotonic clock. Courtesy, not safety: where the store does not answer there are
 * no marks.
 */
final class Marks {
    /** A mark means nothing after that: its node may be gone. */
    static final Duration VOID = Duration.ofMillis(1_500);

    private static final Logger LOG = LoggerFactory.getLogger(Marks.class);
    private static final CollectionShape SHAPE = new CollectionShape("turns", Set.of());
    private static final int NODES_MAX = 100;

    private final DocumentCollection documents;
    private final String node;
    private final Ticker ticker;
    private final Map<String, Seen> seen = new HashMap<>();
    private boolean marked;
    private long number;

    /**
     * Stored under the node's name.
     *
     * @param number another one for each commit that is waited for
     */
    record Mark(long number, long appendNanos) {
        static Mark of(Document document) {
            return EventJson.mapper().readValue(document.body(), Mark.class);
        }
    }

    private record Seen(Mark mark, long since) {}

    Marks(Documents documents, String node, Ticker ticker) {
        this.documents = documents.collection(SHAPE);
        this.node = node;
        this.ticker = ticker;
    }

    /** Asks the others to wait. */
    void set(long appendNanos) {
        String body = EventJson.mapper().writeValueAsString(new Mark(++number, appendNanos));
        politely(() -> put(body));
    }

    private void put(String body) {
        marked = true;
        boolean replaced =
                documents
                        .get(node)
                        .map(old -> documents.replace(old.withBody(body)))
                        .orElseGet(() -> documents.insert(Document.of(node, body, null)));
        if (!replaced) {
            LOG.debug("The mark of this node was moved by another");
        }
    }

    /** Thanks: it has committed, and need not be waited for. */
    void unset() {
        if (marked) {
            politely(() -> marked = !documents.delete(node));
        }
    }

    /** The other nodes that wait, by their names. */
    Map<String, Mark> read() {
        politely(this::look);
        long now = ticker.nanos();
        return seen.entrySet().stream()
                .filter(entry -> now - entry.getValue().since() < VOID.toNanos())
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().mark()));
    }

    private void look() {
        Map<String, Mark> there =
                documents.all(Direction.ASCENDING, "", NODES_MAX).stream()
                        .filter(document -> !document.id().equals(node))
                        .collect(Collectors.toMap(Document::id, Mark::of));
        seen.keySet().retainAll(there.keySet());
        there.forEach(this::see);
    }

    private void see(String other, Mark mark) {
        Seen before = seen.get(other);
        if (before == null || before.mark().number() != mark.number()) {
            seen.put(other, new Seen(mark, ticker.nanos()));
        }
    }

    private void politely(Runnable work) {
        try {
            work.run();
        } catch (Unavailable e) {
            LOG.debug("Marks can't be had now: {}", e.toString());
            seen.clear();
        }
    }
}
