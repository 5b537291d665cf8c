package dev.bonafide.method.lookup;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.CredentialIntent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives up the set; its codes are useless from then on. */
record DisableLookupSecrets(IdentityId identity, Instant now) implements CredentialIntent {
    @Override
    public MethodId method() {
        return LookupMethod.ID;
    }

    @Override
    public Outcome decide(@Nullable CredentialState held) {
        return LookupDecisions.disable(this, held);
    }
}
