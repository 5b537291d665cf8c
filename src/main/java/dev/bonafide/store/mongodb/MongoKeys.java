package dev.bonafide.store.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.store.Keys;
import dev.bonafide.store.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** One document a key: its value {@code v}, or, once destroyed, only its name. */
final class MongoKeys implements Keys {
    private static final String VALUE = "v";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<BsonDocument> keys;
    private final Causal causal;
    private final boolean writable;

    MongoKeys(MongoCollection<BsonDocument> keys, Causal causal, boolean writable) {
        this.keys = keys;
        this.causal = causal;
        this.writable = writable;
    }

    /** What is held is read at majority, after our own or the other one's write. */
    @Override
    public Entry putIfAbsent(String name, byte[] value) {
        requireWritable();
        BsonDocument document =
                new BsonDocument("_id", id(name)).append(VALUE, new BsonBinary(value));
        causal.after(session -> inserted(session, document));
        Entry held = get(name);
        if (held instanceof Entry.Absent) {
            throw new Unavailable("a key was stored, and is not there at a majority");
        }
        return held;
    }

    private boolean inserted(@Nullable ClientSession session, BsonDocument document) {
        try {
            return session == null
                    ? keys.insertOne(document).wasAcknowledged()
                    : keys.insertOne(session, document).wasAcknowledged();
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Entry get(String name) {
        Bson named = Filters.eq("_id", id(name));
        return causal.after(session ->
                        Optional.ofNullable(
                                (session == null ? keys.find(named) : keys.find(session, named))
                                        .first()))
                .map(MongoKeys::entry)
                .orElseGet(Entry.Absent::new);
    }

    private static Entry entry(BsonDocument found) {
        return found.containsKey(VALUE)
                ? new Entry.Held(found.getBinary(VALUE).getData().clone())
                : new Entry.Destroyed();
    }

    @Override
    public boolean replace(String name, byte[] expected, byte[] value) {
        requireWritable();
        Bson same =
                Filters.and(
                        Filters.eq("_id", id(name)), Filters.eq(VALUE, new BsonBinary(expected)));
        Bson set = Updates.set(VALUE, new BsonBinary(value));
        return causal.after(session ->
                        session == null
                                ? keys.updateOne(same, set)
                                : keys.updateOne(session, same, set))
                        .getMatchedCount()
                == 1;
    }

    /**
     * The document loses its value. Copies last as long as the oplog's window, the journal and
     * backups do (docs/operate.md).
     */
    @Override
    public void destroy(String name) {
        requireWritable();
        Bson named = Filters.eq("_id", id(name));
        Bson gone = Updates.unset(VALUE);
        causal.after(session ->
                session == null
                        ? keys.updateOne(named, gone, UPSERT)
                        : keys.updateOne(session, named, gone, UPSERT));
    }

    @Override
    public List<String> names(String prefix, String after, int limit) {
        Bson range = Filters.and(Filters.gte("_id", prefix), Filters.gt("_id", after));
        return causal.after(session -> {
            var found = session == null ? keys.find(range) : keys.find(session, range);
            List<String> names = new ArrayList<>();
            for (BsonDocument key : found.sort(Sorts.ascending("_id")).limit(limit)) {
                String name = key.getString("_id").getValue();
                if (!name.startsWith(prefix)) {
                    break;
                }
                names.add(name);
            }
            return names;
        });
    }

    private void requireWritable() {
        if (!writable) {
            throw new IllegalStateException("the store was opened for reading");
        }
    }

    private static BsonString id(String name) {
        return new BsonString(Text.wellFormed(name));
    }
}
