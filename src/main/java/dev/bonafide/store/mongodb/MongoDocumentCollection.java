package dev.bonafide.store.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.bonafide.kernel.Clock;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/**
 * Documents of one shape. An expired one is filtered out by every operation; the database's own
 * expiry is not used, since it goes by the database's clock and in its own time.
 */
final class MongoDocumentCollection implements DocumentCollection {
    private final CollectionShape shape;
    private final MongoCollection<BsonDocument> documents;
    private final Clock clock;

    MongoDocumentCollection(
            CollectionShape shape, MongoCollection<BsonDocument> documents, Clock clock) {
        this.shape = shape;
        this.documents = documents;
        this.clock = clock;
    }

    CollectionShape shape() {
        return shape;
    }

    void createIndexes() {
        asking(() -> {
            documents.createIndex(
                    Indexes.ascending(DocumentCodec.EXPIRY), new IndexOptions().sparse(true));
            for (String index : shape.indexes()) {
                documents.createIndex(Indexes.ascending(DocumentCodec.keys(index), "_id"));
            }
            return true;
        });
    }

    /** An expired document in its place is overwritten, by one command. */
    @Override
    public boolean insert(Document document) {
        shape.check(document);
        BsonDocument fresh = DocumentCodec.write(document.atVersion(1));
        return asking(() ->
                inserted(fresh)
                        || documents
                                        .replaceOne(and(eq("_id", document.id()), expired()), fresh)
                                        .getMatchedCount()
                                == 1);
    }

    private boolean inserted(BsonDocument fresh) {
        try {
            return documents.insertOne(fresh).wasAcknowledged();
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Optional<Document> get(String id) {
        return asking(() ->
                Optional.ofNullable(documents.find(and(eq("_id", id), visible())).first())
                        .map(DocumentCodec::read));
    }

    @Override
    public boolean replace(Document document) {
        shape.check(document);
        Bson current =
                and(
                        eq("_id", document.id()),
                        eq(DocumentCodec.VERSION, document.version()),
                        visible());
        BsonDocument next = DocumentCodec.write(document.atVersion(document.version() + 1));
        return asking(() -> documents.replaceOne(current, next).getMatchedCount() == 1);
    }

    @Override
    public boolean delete(String id) {
        return asking(
                () -> documents.deleteOne(and(eq("_id", id), visible())).getDeletedCount() == 1);
    }

    @Override
    public List<Document> find(
            String index, String key, Direction direction, String after, int limit) {
        shape.check(index);
        return page(eq(DocumentCodec.keys(index), key), direction, after, limit);
    }

    @Override
    public List<Document> all(Direction direction, String after, int limit) {
        return page(new BsonDocument(), direction, after, limit);
    }

    @Override
    public long count(String index, String key) {
        shape.check(index);
        return asking(
                () -> documents.countDocuments(and(eq(DocumentCodec.keys(index), key), visible())));
    }

    @Override
    public void clear() {
        asking(() -> documents.deleteMany(new BsonDocument()));
    }

    long sweep() {
        return asking(() -> documents.deleteMany(expired()).getDeletedCount());
    }

    private List<Document> page(Bson filter, Direction direction, String after, int limit) {
        Bson from =
                switch (direction) {
                    case ASCENDING -> gt("_id", after);
                    case DESCENDING -> after.isEmpty() ? new BsonDocument() : lt("_id", after);
                };
        Bson order =
                switch (direction) {
                    case ASCENDING -> Sorts.ascending("_id");
                    case DESCENDING -> Sorts.descending("_id");
                };
        return asking(() -> {
            List<Document> page = new ArrayList<>();
            for (BsonDocument found :
                    documents.find(and(filter, from, visible())).sort(order).limit(limit)) {
                page.add(DocumentCodec.read(found));
            }
            return page;
        });
    }

    private Bson visible() {
        return or(
                eq(DocumentCodec.EXPIRY, null),
                gt(DocumentCodec.EXPIRY, DocumentCodec.micros(clock.now())));
    }

    private Bson expired() {
        return lte(DocumentCodec.EXPIRY, DocumentCodec.micros(clock.now()));
    }

    private static <T> T asking(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (MongoException e) {
            throw Causal.unavailable(e);
        }
    }
}
