package dev.bonafide.log.reader;

import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.DocumentCollection.Direction;
import dev.bonafide.store.Documents;
import java.util.Set;

/**
 * The collections that a view was built into: the first has its name, each further one a number,
 * which no two builds share. So who builds on one node can't spoil what another builds or shows.
 */
final class Builds {
    private static final CollectionShape SHAPE = new CollectionShape("builds", Set.of());

    private final Documents documents;
    private final DocumentCollection claims;

    Builds(Documents documents) {
        this.documents = documents;
        this.claims = documents.collection(SHAPE);
    }

    DocumentCollection collection(CollectionShape view, long build) {
        return documents.collection(new CollectionShape(name(view, build), view.indexes()));
    }

    /** A number above the one that is shown, for one build alone. */
    long claim(CollectionShape view, long shown) {
        long build = shown + 1;
        while (!claims.insert(Document.of(name(view, build), "{}", null))) {
            build++;
        }
        return build;
    }

    /** Empties all before the one that is shown, also those that were never finished. */
    void discardBefore(CollectionShape view, long shown) {
        for (long build = 0; build < shown; build++) {
            if (build == 0 || claims.get(name(view, build)).isPresent()) {
                discard(view, build);
            }
        }
    }

    /**
     * Empties it. Readers that find another one shown afterwards look again. The claim stays: a
     * node that does not know of the switch yet may write a little more, which goes next time.
     */
    void discard(CollectionShape view, long build) {
        DocumentCollection old = collection(view, build);
        if (!old.all(Direction.ASCENDING, "", 1).isEmpty()) {
            old.clear();
        }
    }

    private static String name(CollectionShape view, long build) {
        return build == 0 ? view.name() : view.name() + "-r" + build;
    }
}
