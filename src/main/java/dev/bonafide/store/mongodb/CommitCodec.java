package dev.bonafide.store.mongodb;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.store.Commit;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonValue;

/** A commit as a document, under the names of log.md section 1. */
final class CommitCodec {
    private CommitCodec() {}

    static BsonDocument document(Commit commit) {
        BsonArray keys = new BsonArray();
        for (Commit.Key key : commit.keys()) {
            keys.add(
                    new BsonDocument("a", new BsonBinary(key.stream().bytes()))
                            .append("s", new BsonInt64(key.sequence())));
        }
        return new BsonDocument("_id", new BsonInt64(commit.position()))
                .append("n", new BsonInt32(commit.count()))
                .append("commit", new BsonBinary(commit.id()))
                .append("node", new BsonBinary(commit.node()))
                .append("at", new BsonInt64(commit.at()))
                .append("v", new BsonInt32(commit.version()))
                .append("prev", new BsonBinary(commit.previous()))
                .append("digest", new BsonBinary(commit.digest()))
                .append("hash", new BsonBinary(commit.hash()))
                .append("keys", keys)
                .append("body", new BsonBinary(commit.body()));
    }

    static Commit commit(BsonDocument document) {
        List<Commit.Key> keys =
                document.getArray("keys").stream()
                        .map(BsonValue::asDocument)
                        .map(CommitCodec::key)
                        .toList();
        return new Commit(
                document.getInt64("_id").getValue(),
                document.getInt32("n").getValue(),
                bytes(document, "commit"),
                bytes(document, "node"),
                document.getInt64("at").getValue(),
                document.getInt32("v").getValue(),
                bytes(document, "prev"),
                bytes(document, "digest"),
                bytes(document, "hash"),
                keys,
                bytes(document, "body"));
    }

    private static Commit.Key key(BsonDocument key) {
        return new Commit.Key(StreamId.ofBytes(bytes(key, "a")), key.getInt64("s").getValue());
    }

    private static byte[] bytes(BsonDocument document, String field) {
        return document.getBinary(field).getData();
    }
}
