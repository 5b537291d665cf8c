package dev.bonafide.method.fido;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.CredentialIntent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Takes a key away; what was proven with it counts no more.
 *
 * @param name of its credential id in the log
 */
public record RemoveKey(KeyEvents events, IdentityId identity, String name, Instant now)
        implements CredentialIntent {
    @Override
    public MethodId method() {
        return events.method();
    }

    @Override
    public Outcome decide(@Nullable CredentialState held) {
        return KeyDecisions.remove(this, held);
    }
}
