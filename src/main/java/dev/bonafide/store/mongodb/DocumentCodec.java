package dev.bonafide.store.mongodb;

import dev.bonafide.store.Document;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** A {@link Document} as the database has it. */
final class DocumentCodec {
    static final String VERSION = "v";

    /** Microseconds since the epoch; absent = stays. */
    static final String EXPIRY = "x";

    private static final String BODY = "b";
    private static final String KEYS = "k";

    private DocumentCodec() {}

    /** Path of an index's keys. */
    static String keys(String index) {
        return KEYS + "." + index;
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static BsonDocument write(Document document) {
        BsonDocument keys = new BsonDocument();
        document.keys().forEach((index, held) -> keys.append(index, array(held)));
        BsonDocument written =
                new BsonDocument("_id", new BsonString(document.id()))
                        .append(VERSION, new BsonInt64(document.version()))
                        .append(BODY, new BsonString(document.body()))
                        .append(KEYS, keys);
        if (document.expiresAt() != null) {
            written.append(EXPIRY, new BsonInt64(micros(document.expiresAt())));
        }
        return written;
    }

    static Document read(BsonDocument found) {
        Map<String, Set<String>> keys = new HashMap<>();
        found.getDocument(KEYS)
                .forEach((index, held) ->
                        keys.put(
                                index,
                                held.asArray().stream()
                                        .map(BsonValue::asString)
                                        .map(BsonString::getValue)
                                        .collect(Collectors.toUnmodifiableSet())));
        return new Document(
                found.getString("_id").getValue(),
                found.getInt64(VERSION).getValue(),
                found.getString(BODY).getValue(),
                keys,
                expiry(found));
    }

    private static @Nullable Instant expiry(BsonDocument found) {
        return found.containsKey(EXPIRY)
                ? Instant.EPOCH.plus(found.getInt64(EXPIRY).getValue(), ChronoUnit.MICROS)
                : null;
    }

    private static BsonArray array(Set<String> keys) {
        return new BsonArray(keys.stream().sorted().map(BsonString::new).toList());
    }
}
