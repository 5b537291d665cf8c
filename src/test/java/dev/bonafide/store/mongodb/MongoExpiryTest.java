package dev.bonafide.store.mongodb;

import dev.bonafide.store.ExpiryContract;
import dev.bonafide.store.Store;
import org.junit.jupiter.api.AfterEach;

class MongoExpiryTest extends ExpiryContract {
    private final TestMongo server = new TestMongo();
    private final MongoStore store = server.open(clock);

    @Override
    protected Store store() {
        return store;
    }

    @AfterEach
    void stop() {
        store.close();
        server.close();
    }
}
