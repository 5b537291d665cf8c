package dev.bonafide.vault;

import dev.bonafide.kernel.IdentityId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The data keys used last, unwrapped. Bounded, so that what lies open in memory is, too. Whose
 * erasure passed here is kept apart and not evicted, since the store may hold their key until a
 * projection, perhaps another node's, has destroyed it: an id per erasure since the start.
 */
final class KeyCache {
    private final LinkedHashMap<IdentityId, DataKey> keys;
    private final Set<IdentityId> erased = new HashSet<>();
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
            if (erased.contains(owner)) {
                return new DataKey.Destroyed();
            }
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

    /** Destroyed in the store, which says so from now on. */
    synchronized void forget(IdentityId owner) {
        forgotten++;
        keys.remove(owner);
        erased.remove(owner);
    }

    /** Erased, though the store may hold the key a while longer: it is not fetched again. */
    synchronized void erased(IdentityId owner) {
        forgotten++;
        keys.remove(owner);
        erased.add(owner);
    }

    synchronized int size() {
        return keys.size();
    }
}
