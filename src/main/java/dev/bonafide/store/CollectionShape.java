package dev.bonafide.store;

import java.util.Set;

/**
 * Name of a collection (with its version: {@code sessions-1}) and the names of its indexes.
 *
 * @param indexes each document gives, per index, the keys under which it is found
 */
public record CollectionShape(String name, Set<String> indexes) {
    public CollectionShape {
        if (!name.matches("[a-z][a-z0-9-]{0,47}")) {
            throw new IllegalArgumentException("not a name of a collection: " + name);
        }
        indexes = Set.copyOf(indexes);
    }

    /** {@link IllegalArgumentException} if this index is not declared. */
    public void check(String index) {
        if (!indexes.contains(index)) {
            throw new IllegalArgumentException(name + " has no index " + index);
        }
    }

    /**
     * {@link IllegalArgumentException} if the document has keys for an index that is not declared.
     */
    public void check(Document document) {
        document.keys().keySet().forEach(this::check);
    }
}
