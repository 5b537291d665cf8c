package dev.bonafide.store;

import java.util.List;
import java.util.Optional;

/**
 * One collection. An expired document is invisible to every read, and its id may be inserted again;
 * deleting it is housekeeping. All methods block.
 */
public interface DocumentCollection {
    /** False if there is a document with this id. */
    boolean insert(Document document);

    Optional<Document> get(String id);

    /**
     * Replaces body, keys and expiry if the stored version is {@code document.version()}; the
     * stored one is then one higher. False if it is not.
     */
    boolean replace(Document document);

    /** False if there was none. */
    boolean delete(String id);

    /**
     * Documents with that key in that index, in order of their ids, beginning after (or,
     * descending, before) the id {@code after}; "" = from the end.
     */
    List<Document> find(String index, String key, Direction direction, String after, int limit);

    /** All documents in order of their ids. */
    List<Document> all(Direction direction, String after, int limit);

    /** Number of documents with that key in that index. */
    long count(String index, String key);

    /** Removes all documents: a view is rebuilt. */
    void clear();

    /** Order of ids. */
    enum Direction {
        ASCENDING,
        DESCENDING
    }
}
