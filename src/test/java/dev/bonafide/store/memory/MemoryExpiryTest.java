package dev.bonafide.store.memory;

import dev.bonafide.store.ExpiryContract;
import dev.bonafide.store.Store;

class MemoryExpiryTest extends ExpiryContract {
    private final Store store = new MemoryStore(clock);

    @Override
    protected Store store() {
        return store;
    }
}
