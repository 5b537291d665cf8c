package dev.bonafide.method.fido;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.CredentialIntent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys that were bound elsewhere; in the place of those held, if any. */
record ImportKeys(KeyEvents events, IdentityId identity, List<Key> keys, Instant now)
        implements CredentialIntent {
    ImportKeys {
        keys = List.copyOf(keys);
    }

    @Override
    public MethodId method() {
        return events.method();
    }

    @Override
    public Outcome decide(@Nullable CredentialState held) {
        List<CredentialEvent> decided = new ArrayList<>();
        KeysState.keys(held)
                .forEach(key -> decided.add(events.removed(identity, key.lineage(), now)));
        keys.forEach(key -> decided.add(events.imported(identity, key, now)));
        return new Changed(decided, null, false);
    }
}
