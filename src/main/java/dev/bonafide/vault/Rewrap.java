package dev.bonafide.vault;

import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.store.Keys;
import javax.crypto.SecretKey;

/**
 * Wraps every data key under the first key-encryption key, then retires the others. The data keys
 * stay, so nothing sealed changes, and every step is complete in itself: it may be stopped and
 * begun again.
 */
final class Rewrap {
    private final Keys keys;
    private final VaultKeys ring;
    private final Entropy entropy;
    private final Markers markers;
    private long changed;

    Rewrap(Keys keys, VaultKeys ring, Entropy entropy, Markers markers) {
        this.keys = keys;
        this.ring = ring;
        this.entropy = entropy;
        this.markers = markers;
    }

    /**
     * How many were wrapped anew. The second pass finds what another node wrapped while its key was
     * being retired.
     */
    long run() {
        markers.set();
        pass();
        if (markers.retireOthers()) {
            pass();
        }
        return changed;
    }

    private void pass() {
        Names.each(keys, DataKeys.PREFIX, this::settle);
        markers.confirm();
    }

    /** Until the entry is under the first key or gone, whoever did it. */
    private void settle(String name) {
        while (keys.get(name) instanceof Keys.Entry.Held held) {
            Wrapped wrapped = Wrapped.of(held.value()).orElseThrow(() -> unreadable(name));
            if (wrapped.by().equals(ring.wrappingId())) {
                return;
            }
            if (keys.replace(name, held.value(), anew(name, wrapped).bytes())) {
                changed++;
                return;
            }
        }
    }

    private Wrapped anew(String name, Wrapped wrapped) {
        IdentityId owner = DataKeys.owner(name);
        SecretKey old = ring.byId(wrapped.by()).orElseThrow(() -> unreadable(name));
        byte[] raw = wrapped.unwrap(owner, old).orElseThrow(() -> unreadable(name));
        return Wrapped.wrap(owner, wrapped.version(), raw, ring, entropy);
    }

    private static RuntimeException unreadable(String name) {
        return Alarm.raise("vault.key-broken", name + " does not open; nothing was retired");
    }
}
