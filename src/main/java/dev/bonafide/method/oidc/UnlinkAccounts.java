package dev.bonafide.method.oidc;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.CredentialIntent;
import dev.bonafide.method.FieldProblem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Unlinks the accounts of one provider; what was proven with them counts no more. */
record UnlinkAccounts(IdentityId identity, String provider, Instant now)
        implements CredentialIntent {
    @Override
    public MethodId method() {
        return OidcMethod.ID;
    }

    @Override
    public Outcome decide(@Nullable CredentialState held) {
        List<CredentialEvent> gone =
                OidcState.accounts(held).stream()
                        .filter(account -> account.facts().provider().equals(provider))
                        .map(account -> removed(account.lineage()))
                        .toList();
        return gone.isEmpty()
                ? new Impossible(FieldProblem.global(OidcTexts.notLinked()))
                : new Changed(gone, null, false);
    }

    private CredentialEvent removed(dev.bonafide.kernel.Lineage lineage) {
        return new OidcEvent.Removed(identity, lineage, now);
    }
}
