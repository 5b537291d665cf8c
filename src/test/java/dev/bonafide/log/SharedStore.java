package dev.bonafide.log;

import dev.bonafide.store.CommitLog;
import dev.bonafide.store.Documents;
import dev.bonafide.store.Keys;
import dev.bonafide.store.Store;
import java.util.List;

/** A store that says that others write to it, too. Closing a node leaves it open. */
public record SharedStore(Store store) implements Store {
    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public CommitLog log() {
        return store.log();
    }

    @Override
    public Keys keys() {
        return store.keys();
    }

    @Override
    public Documents documents() {
        return store.documents();
    }

    @Override
    public List<String> damage() {
        return store.damage();
    }

    @Override
    public long sweep() {
        return store.sweep();
    }

    @Override
    public void close() {}
}
