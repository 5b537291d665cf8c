package dev.bonafide.vault;

import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Refused;
import dev.bonafide.store.Keys;
import javax.crypto.SecretKey;

/** Finds, makes, unwraps and destroys the data keys of identities. */
final class DataKeys {
    static final String PREFIX = "vault/identity/";

    /** Of a new key. Older or newer ones are refused until there is a reason to renew data keys. */
    private static final int VERSION = 1;

    private static final int BYTES = 32;

    private final Keys keys;
    private final VaultKeys ring;
    private final Entropy entropy;
    private final Markers markers;
    private final KeyCache cache;

    DataKeys(Keys keys, VaultKeys ring, Entropy entropy, Markers markers, KeyCache cache) {
        this.keys = keys;
        this.ring = ring;
        this.entropy = entropy;
        this.markers = markers;
        this.cache = cache;
    }

    /** The key to seal with, durable; made if the identity has none. */
    DataKey.Usable forSealing(IdentityId owner) {
        return switch (cache.get(owner, () -> foundOrMade(owner))) {
            case DataKey.Usable usable -> usable;
            case DataKey.Destroyed _ ->
                    throw new Refused("identity.erased", "this identity was erased");
        };
    }

    /**
     * The key that opens what was sealed under {@code version}, or the trace of its destruction.
     */
    DataKey forOpening(IdentityId owner, int version) {
        DataKey key = cache.get(owner, () -> found(owner));
        if (key instanceof DataKey.Usable usable && usable.version() != version) {
            throw Alarm.raise(
                    "vault.key-version",
                    "a value of identity %s needs version %d of its data key"
                            .formatted(owner, version));
        }
        return key;
    }

    void destroy(IdentityId owner) {
        keys.destroy(name(owner));
        cache.forget(owner);
    }

    void erased(IdentityId owner) {
        cache.erased(owner);
    }

    private DataKey foundOrMade(IdentityId owner) {
        return switch (keys.get(name(owner))) {
            case Keys.Entry.Absent _ -> made(owner);
            case Keys.Entry.Held held -> unwrapped(owner, held);
            case Keys.Entry.Destroyed _ -> new DataKey.Destroyed();
        };
    }

    private DataKey found(IdentityId owner) {
        return switch (keys.get(name(owner))) {
            case Keys.Entry.Absent _ -> throw missing(owner);
            case Keys.Entry.Held held -> unwrapped(owner, held);
            case Keys.Entry.Destroyed _ -> new DataKey.Destroyed();
        };
    }

    /** Of several that make one at once the store keeps one, and all use that. */
    private DataKey made(IdentityId owner) {
        Wrapped ours = Wrapped.wrap(owner, VERSION, entropy.bytes(BYTES), ring, entropy);
        markers.set();
        Keys.Entry held = keys.putIfAbsent(name(owner), ours.bytes());
        markers.confirm();
        return switch (held) {
            case Keys.Entry.Held key -> unwrapped(owner, key);
            case Keys.Entry.Destroyed _ -> new DataKey.Destroyed();
            case Keys.Entry.Absent _ -> throw missing(owner);
        };
    }

    private DataKey.Usable unwrapped(IdentityId owner, Keys.Entry.Held held) {
        Wrapped wrapped =
                Wrapped.of(held.value()).orElseThrow(() -> broken(owner, "has an unknown format"));
        SecretKey wrapping =
                ring.byId(wrapped.by())
                        .orElseThrow(
                                () -> broken(owner, "needs key-encryption key " + wrapped.by()));
        byte[] raw =
                wrapped.unwrap(owner, wrapping)
                        .orElseThrow(() -> broken(owner, "was changed or moved"));
        return new DataKey.Usable(wrapped.version(), Wrapped.dataKey(raw));
    }

    /**
     * Never answered as an erasure: that would hide the loss of the keys, and make a restore
     * without them look like one.
     */
    private static RuntimeException missing(IdentityId owner) {
        return Alarm.raise(
                "vault.key-missing",
                "the data key of identity %s is absent and was never erased; restore the keys"
                        .formatted(owner));
    }

    private static RuntimeException broken(IdentityId owner, String problem) {
        return Alarm.raise(
                "vault.key-broken", "the data key of identity %s %s".formatted(owner, problem));
    }

    static String name(IdentityId owner) {
        return PREFIX + owner;
    }

    static IdentityId owner(String name) {
        return IdentityId.of(name.substring(PREFIX.length()));
    }
}
