package dev.bonafide.log.reader;

import dev.bonafide.kernel.Ticker;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.event.EventJson;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.Documents;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several nodes on one store (log.md section 4): the owner raises a counter, the version of a
 * document; others take over when that has stood still by their own monotonic clock. No clock is
 * compared with another's.
 */
final class SharedOwnership implements Ownership {
    /** How often the owner raises it, and the others look. */
    static final Duration BEAT = Duration.ofMillis(500);

    /** An owner that paused for longer asks before it writes again, and is refused. */
    static final Duration STILL = Duration.ofSeconds(3);

    private static final CollectionShape SHAPE = new CollectionShape("owners", Set.of());
    private static final int TRIES_MAX = 10;

    private final DocumentCollection documents;
    private final String projection;
    private final String node;
    private final Ticker ticker;
    private @Nullable Document held;
    private @Nullable Document seen;
    private long beatAt;
    private long seenAt;
    private long lookAt;

    /**
     * What the document says.
     *
     * @param node who drives the projection; "" = nobody any more
     * @param fence how often it changed hands
     */
    record Owner(String node, long fence) {
        static Owner of(Document document) {
            return EventJson.mapper().readValue(document.body(), Owner.class);
        }

        String json() {
            return EventJson.mapper().writeValueAsString(this);
        }
    }

    SharedOwnership(Documents documents, String projection, String node, Ticker ticker) {
        this.documents = documents.collection(SHAPE);
        this.projection = projection;
        this.node = node;
        this.ticker = ticker;
        this.lookAt = ticker.nanos();
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public boolean mine() {
        long now = ticker.nanos();
        if (held != null) {
            return now - beatAt < BEAT.toNanos() || beat(held, now);
        }
        if (now < lookAt) {
            return false;
        }
        lookAt = now + BEAT.toNanos();
        return look(now);
    }

    /** The time counts from before the store was asked: others may see it that early. */
    private boolean beat(Document mine, long now) {
        held = null; // until the store has said so
        if (documents.replace(mine)) {
            hold(mine.atVersion(mine.version() + 1), now);
        }
        return held != null;
    }

    private void hold(Document document, long now) {
        held = document;
        beatAt = now;
        seen = null;
    }

    private boolean look(long now) {
        Optional<Document> stored = documents.get(projection);
        if (stored.isEmpty()) {
            return first(now);
        }
        Document there = stored.get();
        Owner owner = Owner.of(there);
        if (owner.node().equals(node)) { // raised by us, though we did not hear of it
            return beat(there, now);
        }
        return (owner.node().isEmpty() || stoodStill(there, now)) && take(there, now);
    }

    private boolean first(long now) {
        Document document = Document.of(projection, new Owner(node, 1).json(), null);
        if (documents.insert(document)) {
            hold(document, now);
        }
        return held != null;
    }

    private boolean stoodStill(Document there, long now) {
        if (seen == null || seen.version() != there.version()) {
            seen = there;
            seenAt = now;
        }
        return now - seenAt >= STILL.toNanos();
    }

    private boolean take(Document there, long now) {
        Owner next = new Owner(node, Owner.of(there).fence() + 1);
        return beat(there.withBody(next.json()), now);
    }

    @Override
    public void seize() {
        boolean taken = held != null && beat(held, ticker.nanos());
        for (int i = 0; i < TRIES_MAX && !taken; i++) {
            long now = ticker.nanos();
            taken =
                    documents
                            .get(projection)
                            .map(there -> take(there, now))
                            .orElseGet(() -> first(now));
        }
        if (!taken) {
            throw new Unavailable(projection + " could not be taken from its owner");
        }
    }

    @Override
    public void release() {
        Document mine = held;
        held = null;
        if (mine != null) {
            Owner nobody = new Owner("", Owner.of(mine).fence());
            boolean free = documents.replace(mine.withBody(nobody.json()));
            lookAt = free ? ticker.nanos() + STILL.toNanos() : lookAt; // others go first
        }
    }
}
