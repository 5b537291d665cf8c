package dev.bonafide.store.mongodb;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.bonafide.kernel.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * A MongoDB to test against: where {@code BONAFIDE_TEST_MONGODB_URI} names a replica set (without a
 * database), that, in a database of its own that is dropped afterwards; else a double in this JVM.
 * The double has no sessions, replicates nothing and rolls nothing back: it shows that commands say
 * what they should, not what a majority does.
 */
public final class TestMongo implements AutoCloseable {
    static final String VARIABLE = "BONAFIDE_TEST_MONGODB_URI";

    private final Optional<String> real = Optional.ofNullable(System.getenv(VARIABLE));
    private final String database = "bonafide-test-" + UUID.randomUUID();
    private final MongoServer standIn =
            new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
    private final String address = real.orElseGet(() -> standIn.bindAndGetConnectionString());

    /** Another process's view of it. */
    public MongoStore open(Clock clock) {
        return MongoStore.open(dsn(), clock, true, real.isPresent());
    }

    public String dsn() {
        return address + "/" + database;
    }

    /** Whether texts are ordered by their bytes; the double orders UTF-16 units. */
    boolean ordersBytes() {
        return real.isPresent();
    }

    @Override
    public void close() {
        if (real.isPresent()) {
            try (MongoClient client = MongoClients.create(address)) {
                client.getDatabase(database).drop();
            }
        }
        standIn.shutdownNow();
    }
}
