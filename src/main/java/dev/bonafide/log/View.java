package dev.bonafide.log;

import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.DocumentCollection;

/**
 * A projection that keeps one collection, named as it is. It is rebuilt beside the one that is
 * read, which is whole all the while; then readers are switched over at once.
 */
public interface View extends Projection {
    CollectionShape shape();

    /** The same rules, writing there. */
    Projection onto(DocumentCollection documents);

    @Override
    default String name() {
        return shape().name();
    }
}
