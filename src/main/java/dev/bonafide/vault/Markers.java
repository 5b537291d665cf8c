package dev.bonafide.vault;

import dev.bonafide.kernel.Refused;
import dev.bonafide.store.Keys;
import java.util.ArrayList;
import java.util.List;

/**
 * One entry per key-encryption key that the store depends on, durable before the key first wraps
 * and destroyed when nothing is wrapped by it any more. So a start learns in one look, whatever the
 * number of identities, whether a needed key is missing.
 *
 * <p>Who wraps looks again afterwards: a key retired meanwhile must not have wrapped anything that
 * the retiring pass did not see.
 */
final class Markers {
    static final String PREFIX = "vault/wrapping/";

    private static final byte[] CONTENT = {1};

    private final Keys keys;
    private final VaultKeys ring;
    private volatile boolean set;

    Markers(Keys keys, VaultKeys ring) {
        this.keys = keys;
        this.ring = ring;
    }

    /** Before the first key of the list wraps. */
    void set() {
        if (!set) {
            requireHeld(keys.putIfAbsent(PREFIX + ring.wrappingId(), CONTENT.clone()));
            set = true;
        }
    }

    /** After it has wrapped, before what it wrapped is used. */
    void confirm() {
        requireHeld(keys.get(PREFIX + ring.wrappingId()));
    }

    private void requireHeld(Keys.Entry marker) {
        if (!(marker instanceof Keys.Entry.Held)) {
            throw Alarm.raise(
                    "vault.key-retired",
                    "key-encryption key %s was retired and must not wrap; put the newest first"
                            .formatted(ring.wrappingId()));
        }
    }

    /** What the list lacks, in words; stops the start. */
    void check() {
        if (keys.get(PREFIX + ring.wrappingId()) instanceof Keys.Entry.Destroyed) {
            throw new Refused(
                    "vault.key-retired",
                    "the first key-encryption key (id %s) was retired and must not wrap again"
                            .formatted(ring.wrappingId()));
        }
        List<String> absent = inUse().stream().filter(id -> !ring.holds(id)).toList();
        if (!absent.isEmpty()) {
            throw new Refused(
                    "vault.key-absent",
                    "the store holds keys wrapped by key-encryption keys that are not in the list: ids %s; the list has %s"
                            .formatted(absent, ring.ids()));
        }
    }

    /**
     * Retires every key of the list but the first; whether there was one to retire. Only after a
     * pass that wrapped everything anew.
     */
    boolean retireOthers() {
        List<String> others =
                inUse().stream()
                        .filter(id -> ring.holds(id) && !id.equals(ring.wrappingId()))
                        .toList();
        others.forEach(id -> keys.destroy(PREFIX + id));
        return !others.isEmpty();
    }

    private List<String> inUse() {
        List<String> ids = new ArrayList<>();
        Names.each(
                keys,
                PREFIX,
                name -> {
                    if (keys.get(name) instanceof Keys.Entry.Held) {
                        ids.add(name.substring(PREFIX.length()));
                    }
                });
        return ids;
    }
}
