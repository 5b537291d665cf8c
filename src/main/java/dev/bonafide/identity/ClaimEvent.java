package dev.bonafide.identity;

import dev.bonafide.kernel.ConcernsIdentity;
import dev.bonafide.kernel.EventName;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import java.time.Instant;
import java.util.Set;

/** What has happened to one login identifier; the stream's name is its HMAC. */
public sealed interface ClaimEvent extends ConcernsIdentity {
    Instant at();

    /**
     * It belongs to this identity from now on.
     *
     * @param methods the methods for which it serves
     * @param normaliser version of the normalisation under which it was claimed
     */
    @EventName("identifier.claimed")
    record Claimed(IdentityId identity, Set<MethodId> methods, int normaliser, Instant at)
            implements ClaimEvent {
        public Claimed {
            methods = Set.copyOf(methods);
        }
    }

    /** Anyone may claim it again. */
    @EventName("identifier.released")
    record Released(IdentityId identity, Instant at) implements ClaimEvent {}
}
