package dev.bonafide.log;

import dev.bonafide.store.CommitLog;
import dev.bonafide.store.Documents;
import dev.bonafide.store.Keys;
import dev.bonafide.store.Store;
import java.util.List;

/** A store put together of parts that do not belong to each other. */
public record Parts(CommitLog log, Keys keys, Documents documents) implements Store {
    @Override
    public List<String> damage() {
        return List.of();
    }

    @Override
    public long sweep() {
        return 0;
    }

    @Override
    public void close() {
        log.close();
    }
}
