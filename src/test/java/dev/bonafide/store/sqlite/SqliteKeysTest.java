package dev.bonafide.store.sqlite;

import dev.bonafide.store.FakeClock;
import dev.bonafide.store.Keys;
import dev.bonafide.store.KeysContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteKeysTest extends KeysContract {
    private final LazyStore store = new LazyStore();

    @TempDir private Path directory;

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected Keys keys() {
        return store.in(directory, new FakeClock()).keys();
    }
}
