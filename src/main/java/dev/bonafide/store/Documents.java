package dev.bonafide.store;

/**
 * Small collections of JSON documents for all that can be rebuilt or expires: flows, readers'
 * positions, views, outboxes.
 */
public interface Documents {
    /**
     * The collection of that name and shape, made on first use. Asking again with another shape is
     * an {@link IllegalStateException}.
     */
    DocumentCollection collection(CollectionShape shape);
}
