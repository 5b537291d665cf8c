package dev.bonafide.method.lookup;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.method.Evidence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code that was hashed, outside any unit of work, with the salt of a set.
 *
 * @param salt of the set that it was hashed for
 * @param hash as {@link CodeHasher} makes them
 */
record LookupGuess(IdentityId identity, String salt, String hash, Instant now) implements Evidence {
    @Override
    public Verdict judge(@Nullable CredentialState held) {
        return LookupDecisions.judge(this, held);
    }
}
