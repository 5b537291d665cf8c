package dev.bonafide.store.sqlite;

import dev.bonafide.store.Documents;
import dev.bonafide.store.DocumentsContract;
import dev.bonafide.store.FakeClock;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteDocumentsTest extends DocumentsContract {
    private final LazyStore store = new LazyStore();

    @TempDir private Path directory;

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected Documents documents() {
        return store.in(directory, new FakeClock()).documents();
    }
}
