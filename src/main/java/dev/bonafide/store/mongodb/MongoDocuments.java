package dev.bonafide.store.mongodb;

import com.mongodb.client.MongoDatabase;
import dev.bonafide.kernel.Clock;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.Documents;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;

/** A collection of the database for each shape, named {@code view-<name>}. */
final class MongoDocuments implements Documents {
    private final Map<String, MongoDocumentCollection> collections = new ConcurrentHashMap<>();
    private final MongoDatabase database;
    private final Clock clock;

    MongoDocuments(MongoDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public DocumentCollection collection(CollectionShape shape) {
        MongoDocumentCollection collection =
                collections.computeIfAbsent(shape.name(), _ -> open(shape));
        if (!collection.shape().equals(shape)) {
            throw new IllegalStateException(
                    "%s, not %s: another shape needs another name"
                            .formatted(collection.shape(), shape));
        }
        return collection;
    }

    private MongoDocumentCollection open(CollectionShape shape) {
        MongoDocumentCollection collection =
                new MongoDocumentCollection(
                        shape,
                        database.getCollection("view-" + shape.name(), BsonDocument.class),
                        clock);
        collection.createIndexes();
        return collection;
    }

    long sweep() {
        return collections.values().stream().mapToLong(MongoDocumentCollection::sweep).sum();
    }
}
