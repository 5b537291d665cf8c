package dev.bonafide.method.totp;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.method.Evidence;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A code that was compared, outside any unit of work, with those of an app.
 *
 * @param verified the app whose secret was used
 * @param step the step whose code it is; empty where it is none of the window's
 */
record TotpGuess(IdentityId identity, Lineage verified, OptionalLong step, Instant now)
        implements Evidence {
    @Override
    public Verdict judge(@Nullable CredentialState held) {
        return TotpDecisions.judge(this, held);
    }
}
