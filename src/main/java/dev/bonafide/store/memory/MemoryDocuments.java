package dev.bonafide.store.memory;

import dev.bonafide.kernel.Clock;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.Documents;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Collections by name. */
final class MemoryDocuments implements Documents {
    private final Map<String, MemoryCollection> collections = new ConcurrentHashMap<>();
    private final Clock clock;

    MemoryDocuments(Clock clock) {
        this.clock = clock;
    }

    @Override
    public DocumentCollection collection(CollectionShape shape) {
        MemoryCollection collection =
                collections.computeIfAbsent(shape.name(), _ -> new MemoryCollection(shape, clock));
        if (!collection.shape().equals(shape)) {
            throw new IllegalStateException(
                    "%s, not %s: another shape needs another name"
                            .formatted(collection.shape(), shape));
        }
        return collection;
    }

    long sweep() {
        return collections.values().stream().mapToLong(MemoryCollection::sweep).sum();
    }
}
