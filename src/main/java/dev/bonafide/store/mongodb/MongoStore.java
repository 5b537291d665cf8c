package dev.bonafide.store.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ClusterType;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.store.CommitLog;
import dev.bonafide.store.Documents;
import dev.bonafide.store.Keys;
import dev.bonafide.store.LogStore;
import dev.bonafide.store.NotOpened;
import dev.bonafide.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * One database of a replica set: {@code log-1} (the commits; the number is the log's epoch), {@code
 * keys}, and a {@code view-…} for each collection of documents.
 */
public final class MongoStore implements Store {
    private static final int PATIENCE_SECONDS = 10;
    private static final int ANSWER_SECONDS = 30;

    private final MongoClient client;
    private final MongoLog log;
    private final MongoKeys keys;
    private final MongoDocuments documents;

    private MongoStore(MongoClient client, MongoDatabase database, Clock clock, Access access) {
        this.client = client;
        Causal causal = new Causal(client, access.sessions());
        MongoDatabase strong = database.withReadConcern(ReadConcern.MAJORITY);
        this.log =
                new MongoLog(
                        strong.getCollection("log-1", BsonDocument.class),
                        causal,
                        access.writable(),
                        access.sessions() ? () -> time(database) : Optional::empty);
        this.keys =
                new MongoKeys(
                        strong.getCollection("keys", BsonDocument.class),
                        causal,
                        access.writable());
        this.documents = new MongoDocuments(strong, clock);
    }

    /**
     * @param sessions whether the server knows sessions, as every member of a replica set does
     */
    private record Access(boolean writable, boolean sessions) {}

    /**
     * Opens the database that the connection string names; makes indexes where they are missing.
     *
     * @param clock decides which documents have expired
     * @throws NotOpened if the string is none, nothing answers, or it is no replica set; the
     *     message never repeats the string
     */
    public static MongoStore open(String dsn, Clock clock) {
        return open(dsn, clock, true, true);
    }

    /**
     * Opens log and keys beside processes that write; changes nothing.
     *
     * @throws NotOpened as {@link #open(String, Clock)}
     */
    public static LogStore openForReading(String dsn) {
        // No document is read through it, so that no time is needed either.
        return open(dsn, () -> Instant.EPOCH, false, true);
    }

    /** The tests' double in the JVM is no replica set; nothing else is let in. */
    static MongoStore open(String dsn, Clock clock, boolean writable, boolean replicated) {
        ConnectionString parsed = parsed(dsn);
        MongoClient client = MongoClients.create(settings(parsed));
        try {
            return opened(
                    client, database(client, parsed), clock, new Wanted(writable, replicated));
        } catch (MongoException e) {
            client.close();
            throw new NotOpened(
                    "dsn mongodb://…: the servers do not answer, or refuse the login or the indexes",
                    e);
        } catch (NotOpened e) {
            client.close();
            throw e;
        }
    }

    private record Wanted(boolean writable, boolean replicated) {}

    private static MongoStore opened(
            MongoClient client, MongoDatabase database, Clock clock, Wanted wanted) {
        database.runCommand(new BsonDocument("ping", new BsonInt32(1)));
        boolean member = client.getClusterDescription().getType() == ClusterType.REPLICA_SET;
        if (wanted.replicated() && !member) {
            throw new NotOpened(
                    """
                    dsn mongodb://…: a replica set is needed (one member will do), and this is none; \
                    the commits of a log are not sharded, so name the members and not a router\
                    """);
        }
        MongoStore store =
                new MongoStore(client, database, clock, new Access(wanted.writable(), member));
        if (wanted.writable()) {
            store.log.createIndexes();
        }
        return store;
    }

    /** Retrying a batch is the appender's work, which knows what may have become of it. */
    private static MongoClientSettings settings(ConnectionString dsn) {
        return MongoClientSettings.builder()
                .applyConnectionString(dsn)
                .applicationName("bonafide")
                .readPreference(ReadPreference.primary())
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .retryWrites(false)
                .applyToClusterSettings(cluster ->
                        cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket ->
                        socket.connectTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                                .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
                .build();
    }

    private static ConnectionString parsed(String dsn) {
        try {
            return new ConnectionString(dsn);
        } catch (IllegalArgumentException | MongoException e) {
            // The driver's message repeats the string, and with it perhaps a password.
            throw new NotOpened(
                    "dsn mongodb://… is no connection string: mongodb://host1,host2,host3/bonafide");
        }
    }

    private static MongoDatabase database(MongoClient client, ConnectionString dsn) {
        String name = dsn.getDatabase();
        if (name == null) {
            throw new NotOpened(
                    "dsn mongodb://… needs the name of a database, as in mongodb://host/bonafide");
        }
        return client.getDatabase(name);
    }

    /** The primary's clock, in milliseconds. */
    static Optional<Instant> time(MongoDatabase database) {
        try {
            BsonDocument hello =
                    database.runCommand(
                            new BsonDocument("hello", new BsonInt32(1)), BsonDocument.class);
            return Optional.ofNullable(hello.get("localTime"))
                    .map(time -> Instant.ofEpochMilli(time.asDateTime().getValue()));
        } catch (MongoException e) {
            throw new Unavailable("the store does not say what time it is", e);
        }
    }

    @Override
    public CommitLog log() {
        return log;
    }

    @Override
    public Keys keys() {
        return keys;
    }

    @Override
    public Documents documents() {
        return documents;
    }

    @Override
    public boolean shared() {
        return true;
    }

    /** The database checks its own pages; what is looked at is the index that guards streams. */
    @Override
    public List<String> damage() {
        return log.indexed() || log.last().isEmpty()
                ? List.of()
                : List.of("the unique index \"keys\" of the commits is missing");
    }

    @Override
    public long sweep() {
        return documents.sweep();
    }

    @Override
    public void close() {
        client.close();
    }
}
