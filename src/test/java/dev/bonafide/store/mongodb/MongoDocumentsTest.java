package dev.bonafide.store.mongodb;

import dev.bonafide.store.Documents;
import dev.bonafide.store.DocumentsContract;
import dev.bonafide.store.FakeClock;
import org.junit.jupiter.api.AfterEach;

class MongoDocumentsTest extends DocumentsContract {
    private final TestMongo server = new TestMongo();
    private final MongoStore store = server.open(new FakeClock());

    @Override
    protected Documents documents() {
        return store.documents();
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
