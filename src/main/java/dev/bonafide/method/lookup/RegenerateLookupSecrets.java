package dev.bonafide.method.lookup;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.CredentialIntent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Puts a set that its owner has confirmed in the place of the one held, if any.
 *
 * @param lineage of the credential if it is the first
 */
record RegenerateLookupSecrets(IdentityId identity, Lineage lineage, CodeSet set, Instant now)
        implements CredentialIntent {
    @Override
    public MethodId method() {
        return LookupMethod.ID;
    }

    @Override
    public Outcome decide(@Nullable CredentialState held) {
        return LookupDecisions.regenerate(this, held);
    }
}
