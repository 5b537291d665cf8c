package dev.bonafide.method.oidc;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.identity.FactorRemoval;
import dev.bonafide.kernel.EventName;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened to somebody's accounts at providers. */
sealed interface OidcEvent extends CredentialEvent {
    Lineage lineage();

    @Override
    default MethodId method() {
        return OidcMethod.ID;
    }

    /** One was linked by who had just proven it. */
    @EventName("oidc.enrolled")
    record Enrolled(IdentityId identity, Lineage lineage, AccountFacts account, Instant at)
            implements OidcEvent {
        @Override
        public CredentialState apply(@Nullable CredentialState before) {
            return OidcState.plus(before, new Linked(lineage, account, at, false));
        }
    }

    /** One was brought along by an administrator. */
    @EventName("oidc.imported")
    record Imported(IdentityId identity, Lineage lineage, AccountFacts account, Instant at)
            implements OidcEvent {
        @Override
        public CredentialState apply(@Nullable CredentialState before) {
            return OidcState.plus(before, new Linked(lineage, account, at, true));
        }
    }

    /** One was unlinked, by its owner or an administrator. */
    @EventName("oidc.removed")
    record Removed(IdentityId identity, Lineage lineage, Instant at)
            implements OidcEvent, FactorRemoval {
        @Override
        public @Nullable CredentialState apply(@Nullable CredentialState before) {
            return OidcState.minus(before, lineage);
        }
    }
}
