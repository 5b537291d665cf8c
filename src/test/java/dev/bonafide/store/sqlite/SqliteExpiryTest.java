package dev.bonafide.store.sqlite;

import dev.bonafide.store.ExpiryContract;
import dev.bonafide.store.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteExpiryTest extends ExpiryContract {
    private final LazyStore store = new LazyStore();

    @TempDir private Path directory;

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected Store store() {
        return store.in(directory, clock);
    }
}
