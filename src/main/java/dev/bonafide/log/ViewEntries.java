package dev.bonafide.log;

import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.event.EventJson;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Entries of a view that hold nothing but the position they reflect (log.md section 4). An older
 * position never replaces a newer one, so what a node writes that was paused while another took
 * over changes nothing. For the same reason what is gone leaves a tombstone for ever: an entry
 * without keys, which no index finds.
 */
public final class ViewEntries {
    private static final int TRIES_MAX = 100;

    private final DocumentCollection documents;

    public ViewEntries(DocumentCollection documents) {
        this.documents = documents;
    }

    private record Reflects(long position) {
        static long of(Document document) {
            return EventJson.mapper().readValue(document.body(), Reflects.class).position();
        }

        String json() {
            return EventJson.mapper().writeValueAsString(this);
        }
    }

    /** It is there from this position on, under these keys. */
    public void put(String id, long position, Map<String, Set<String>> keys) {
        write(new Document(id, 1, new Reflects(position).json(), keys, null), position);
    }

    /** It is gone from this position on. */
    public void bury(String id, long position) {
        put(id, position, Map.of());
    }

    private void write(Document entry, long position) {
        boolean settled = documents.insert(entry);
        for (int i = 0; i < TRIES_MAX && !settled; i++) {
            Optional<Document> there = documents.get(entry.id());
            settled =
                    there.map(known -> supersede(known, entry, position))
                            .orElseGet(() -> documents.insert(entry));
        }
        if (!settled) {
            throw new Unavailable("entry %s changes all the time".formatted(entry.id()));
        }
    }

    private boolean supersede(Document known, Document entry, long position) {
        return Reflects.of(known) >= position
                || documents.replace(entry.atVersion(known.version()));
    }
}
