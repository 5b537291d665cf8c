package dev.bonafide.store.mongodb;

import dev.bonafide.store.CommitLog;
import dev.bonafide.store.CommitLogContract;
import dev.bonafide.store.FakeClock;
import org.junit.jupiter.api.AfterEach;

class MongoLogTest extends CommitLogContract {
    private final TestMongo server = new TestMongo();
    private final MongoStore store = server.open(new FakeClock());

    @Override
    protected CommitLog log() {
        return store.log();
    }

    @AfterEach
    void stop() {
        store.close();
        server.close();
    }
}
