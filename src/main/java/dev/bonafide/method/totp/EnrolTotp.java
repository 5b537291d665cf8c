package dev.bonafide.method.totp;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.CredentialIntent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Links an app that has shown a right code, the one of {@code step}. */
record EnrolTotp(IdentityId identity, Lineage lineage, Sealed.Fresh url, long step, Instant now)
        implements CredentialIntent {
    @Override
    public MethodId method() {
        return TotpMethod.ID;
    }

    @Override
    public Outcome decide(@Nullable CredentialState held) {
        return TotpDecisions.enrol(this, held);
    }
}
