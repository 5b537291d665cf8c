package dev.bonafide.method.totp;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.CredentialIntent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Unlinks the app; the secret is useless from then on. */
record UnlinkTotp(IdentityId identity, Instant now) implements CredentialIntent {
    @Override
    public MethodId method() {
        return TotpMethod.ID;
    }

    @Override
    public Outcome decide(@Nullable CredentialState held) {
        return TotpDecisions.unlink(this, held);
    }
}
