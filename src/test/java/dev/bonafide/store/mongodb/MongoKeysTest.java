package dev.bonafide.store.mongodb;

import dev.bonafide.store.FakeClock;
import dev.bonafide.store.Keys;
import dev.bonafide.store.KeysContract;
import org.junit.jupiter.api.AfterEach;

class MongoKeysTest extends KeysContract {
    private final TestMongo server = new TestMongo();
    private final MongoStore store = server.open(new FakeClock());

    @Override
    protected Keys keys() {
        return store.keys();
    }

    @Override
    protected boolean ordersBytes() {
        return server.ordersBytes();
    }

    @AfterEach
    void stop() {
        store.close();
        server.close();
    }
}
