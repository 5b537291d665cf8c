package dev.bonafide.store.mongodb;

import static dev.bonafide.store.Commits.commit;
import static dev.bonafide.store.Commits.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import dev.bonafide.store.AppendResult.Occupied;
import dev.bonafide.store.AppendResult.Unknown;
import dev.bonafide.store.Commit;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a failed batch tells (log.md section 2): hardly ever anything but "look again". */
class RefusalTest {
    private static final int DUPLICATE = 11000;
    private static final int NOT_PRIMARY = 10107;

    private final List<Commit> batch =
            List.of(commit(1, "a", key(1, 0)), commit(2, "b", key(2, 0)));

    @Test
    void aDuplicateNamesItsPlaceInTheBatch() {
        assertThat(MongoLog.outcome(failed(1, DUPLICATE, null))).isEqualTo(new Occupied(1));
    }

    @Test
    void aDuplicateWhosePrefixAMajorityMayNotHaveSettlesNothing() {
        WriteConcernError unmet =
                new WriteConcernError(64, "WriteConcernTimeout", "waiting", new BsonDocument());
        assertThat(MongoLog.outcome(failed(1, DUPLICATE, unmet))).isInstanceOf(Unknown.class);
    }

    @Test
    void anyOtherErrorSettlesNothing() {
        assertThat(MongoLog.outcome(failed(0, NOT_PRIMARY, null))).isInstanceOf(Unknown.class);
    }

    /** It says that all were inserted, as one server did: the index alone counts. */
    private MongoBulkWriteException failed(
            int index, int code, @Nullable WriteConcernError concern) {
        return new MongoBulkWriteException(
                BulkWriteResult.acknowledged(batch.size(), 0, 0, 0, List.of(), List.of()),
                List.of(new BulkWriteError(code, "refused", new BsonDocument(), index)),
                concern,
                new ServerAddress(),
                Set.of());
    }
}
