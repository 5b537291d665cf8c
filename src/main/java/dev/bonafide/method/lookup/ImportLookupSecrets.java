package dev.bonafide.method.lookup;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.CredentialIntent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set that was given to its owner elsewhere; in the place of the one held, if any.
 *
 * @param fresh lineage of the credential if it is the first
 * @param spent the codes that were used there
 */
record ImportLookupSecrets(
        IdentityId identity, Lineage fresh, CodeSet set, List<Spent> spent, Instant now)
        implements CredentialIntent {
    ImportLookupSecrets {
        spent = List.copyOf(spent);
    }

    @Override
    public MethodId method() {
        return LookupMethod.ID;
    }

    @Override
    public Outcome decide(@Nullable CredentialState held) {
        LookupState codes = LookupState.of(held);
        Lineage lineage = codes == null ? fresh : codes.lineage();
        return new Changed(
                List.of(new LookupEvent.Imported(identity, lineage, set, spent, now)), null, false);
    }
}
