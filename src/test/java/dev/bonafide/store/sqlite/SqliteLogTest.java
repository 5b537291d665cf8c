package dev.bonafide.store.sqlite;

import dev.bonafide.store.CommitLog;
import dev.bonafide.store.CommitLogContract;
import dev.bonafide.store.FakeClock;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteLogTest extends CommitLogContract {
    private final LazyStore store = new LazyStore();

    @TempDir private Path directory;

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected CommitLog log() {
        return store.in(directory, new FakeClock()).log();
    }
}
