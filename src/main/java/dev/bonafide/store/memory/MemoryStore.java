package dev.bonafide.store.memory;

import dev.bonafide.kernel.Clock;
import dev.bonafide.store.CommitLog;
import dev.bonafide.store.Documents;
import dev.bonafide.store.Keys;
import dev.bonafide.store.Store;
import java.util.List;

/** A store that lives and dies with the process. */
public final class MemoryStore implements Store {
    private final MemoryLog log = new MemoryLog();
    private final MemoryKeys keys = new MemoryKeys();
    private final MemoryDocuments documents;

    /**
     * An empty store.
     *
     * @param clock decides what has expired
     */
    public MemoryStore(Clock clock) {
        documents = new MemoryDocuments(clock);
    }

    @Override
    public CommitLog log() {
        return log;
    }

    @Override
    public Keys keys() {
        return keys;
    }

    @Override
    public Documents documents() {
        return documents;
    }

    @Override
    public List<String> damage() {
        return List.of();
    }

    @Override
    public long sweep() {
        return documents.sweep();
    }

    @Override
    public void close() {
        log.close();
    }
}
