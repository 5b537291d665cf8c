package dev.bonafide.method.oidc;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.CredentialIntent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accounts that were linked elsewhere, beside those held, as in Kratos. */
record ImportAccounts(IdentityId identity, List<Linked> accounts, Instant now)
        implements CredentialIntent {
    ImportAccounts {
        accounts = List.copyOf(accounts);
    }

    @Override
    public MethodId method() {
        return OidcMethod.ID;
    }

    @Override
    public Outcome decide(@Nullable CredentialState held) {
        List<CredentialEvent> imported =
                accounts.stream()
                        .filter(account -> OidcState.byName(held, account.facts().name()).isEmpty())
                        .<CredentialEvent>map(account ->
                                new OidcEvent.Imported(
                                        identity, account.lineage(), account.facts(), now))
                        .toList();
        return new Changed(imported, null, false);
    }
}
