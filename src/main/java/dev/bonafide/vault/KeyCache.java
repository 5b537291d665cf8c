package dev.bonafide.vault;

import dev.bonafide.kernel.IdentityId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The data keys used last, unwrapped. Bounded, so that what lies open in memory is, too. */
final class KeyCache {
    private final LinkedHashMap<IdentityId, DataKey> keys;
    private long forgotten;

    KeyCache(int sizeMax) {
        keys =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<IdentityId, DataKey> eldest) {
                        return size() > sizeMax;
                    }
                };
    }

    DataKey get(IdentityId owner, Supplier<DataKey> load) {
        long before;
        synchronized (this) {
            DataKey known = keys.get(owner);
            if (known != null) {
                return known;
            }
            before = forgotten;
        }
        DataKey loaded = load.get();
        remember(owner, loaded, before);
        return loaded;
    }

    /** A load that began before an erasure must not bring the key back after it. */
    private synchronized void remember(IdentityId owner, DataKey loaded, long before) {
        if (forgotten == before) {
            keys.put(owner, loaded);
        }
    }

    synchronized void forget(IdentityId owner) {
        forgotten++;
        keys.remove(owner);
    }

    /** Erased, though the store may hold the key a moment longer: it is not fetched again. */
    synchronized void erased(IdentityId owner) {
        forgotten++;
        keys.put(owner, new DataKey.Destroyed());
    }

    synchronized int size() {
        return keys.size();
    }
}
