package dev.bonafide.log;

import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection.Direction;
import java.util.List;

/**
 * What a {@link View} shows. Each call reads one build of it, from the first to the last document;
 * ids are the same in each, so a cursor stays good over a switch.
 */
public interface Shown {
    /** As {@link dev.bonafide.store.DocumentCollection#find}. */
    List<Document> find(String index, String key, Direction direction, String after, int limit);

    /** As {@link dev.bonafide.store.DocumentCollection#all}. */
    List<Document> all(Direction direction, String after, int limit);
}
