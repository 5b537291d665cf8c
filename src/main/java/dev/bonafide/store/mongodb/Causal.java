package dev.bonafide.store.mongodb;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import dev.bonafide.kernel.Unavailable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Orders the operations of this process one after the other, over whatever connections: each is
 * made {@code afterClusterTime} of the newest operation time that an earlier one answered (log.md
 * section 2: a load is never behind the tail).
 *
 * <p>A server without sessions is no replica set; only the tests' double in the JVM is such a one,
 * and there is nothing to order in it.
 */
final class Causal {
    private final MongoClient client;
    private final boolean sessions;
    private final AtomicReference<@Nullable Moment> newest = new AtomicReference<>();

    Causal(MongoClient client, boolean sessions) {
        this.client = client;
        this.sessions = sessions;
    }

    /** How far this process has seen the cluster. */
    private record Moment(BsonTimestamp operation, @Nullable BsonDocument cluster) {}

    /**
     * Runs a read or write that comes after all that was answered before.
     *
     * @throws Unavailable for whatever the driver reports
     */
    <T> T after(Function<@Nullable ClientSession, T> operation) {
        try {
            return run(true, operation);
        } catch (MongoException e) {
            throw unavailable(e);
        }
    }

    /**
     * Runs an operation that asks for no earlier time, as a linearizable read must not; what it
     * answers counts for later ones.
     */
    <T> T unordered(Function<@Nullable ClientSession, T> operation) {
        try {
            return run(false, operation);
        } catch (MongoException e) {
            throw unavailable(e);
        }
    }

    /** As {@link #after}, with the driver's own exceptions. */
    <T> T raw(Function<@Nullable ClientSession, T> operation) {
        return run(true, operation);
    }

    private <T> T run(boolean causal, Function<@Nullable ClientSession, T> operation) {
        if (!sessions) {
            return operation.apply(null);
        }
        ClientSessionOptions options =
                ClientSessionOptions.builder().causallyConsistent(causal).build();
        try (ClientSession session = client.startSession(options)) {
            Moment seen = newest.get();
            if (seen != null) {
                session.advanceOperationTime(seen.operation());
                session.advanceClusterTime(seen.cluster());
            }
            try {
                return operation.apply(session);
            } finally {
                learn(session);
            }
        }
    }

    private void learn(ClientSession session) {
        BsonTimestamp operation = session.getOperationTime();
        if (operation != null) {
            Moment moment = new Moment(operation, session.getClusterTime());
            newest.accumulateAndGet(
                    moment,
                    (before, now) ->
                            before == null || before.operation().compareTo(operation) < 0
                                    ? now
                                    : before);
        }
    }

    /** The driver's messages name hosts and may repeat documents: they stay in the cause. */
    static Unavailable unavailable(MongoException cause) {
        return new Unavailable("the store does not answer", cause);
    }
}
