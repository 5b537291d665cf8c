package dev.bonafide.store.memory;

import dev.bonafide.store.Keys;
import dev.bonafide.store.KeysContract;

class MemoryKeysTest extends KeysContract {
    private final Keys keys = new MemoryKeys();

    @Override
    protected Keys keys() {
        return keys;
    }
}
