package dev.bonafide.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Clock;
import dev.bonafide.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A store that is opened when a test first asks, and must be sound when it is closed. */
final class LazyStore implements AutoCloseable {
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private @Nullable Store store;

    synchronized Store in(Path directory, Clock clock) {
        if (store == null) {
            store = SqliteStore.open(directory.resolve("b.db"), clock, failures::add);
        }
        return store;
    }

    @Override
    public void close() {
        if (store != null) {
            assertThat(store.damage()).isEmpty();
            store.close();
        }
        assertThat(failures).isEmpty();
    }
}
