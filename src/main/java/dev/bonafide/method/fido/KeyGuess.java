package dev.bonafide.method.fido;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.method.Evidence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was verified, outside any unit of work.
 *
 * @param used the key and what it said; null where the answer is wrong
 * @param refuseCopied whether a key whose counter went back is refused
 */
public record KeyGuess(
        KeyEvents events,
        IdentityId identity,
        Verifier.@Nullable Used used,
        boolean refuseCopied,
        Instant now)
        implements Evidence {
    @Override
    public Verdict judge(@Nullable CredentialState held) {
        return KeyDecisions.judge(this, held);
    }
}
