package dev.bonafide.kernel;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One completed authentication: what the assurance fold reads, and nothing else is read by it.
 *
 * @param method which method was completed
 * @param aal {@code AAL1} for a first factor, {@code AAL2} for a second; a delegated proof ({@code
 *     upstream} present) at {@code AAL2} counts as both
 * @param channels the channel instances it was given over, at least one
 * @param lineage the credential that was used
 * @param completedAt when, in whole microseconds
 * @param upstream what the provider asserted, for delegated methods only
 */
public record Proof(
        MethodId method,
        Aal aal,
        Set<Channel> channels,
        Lineage lineage,
        Instant completedAt,
        @Nullable Upstream upstream) {
    public Proof {
        if (aal == Aal.AAL0 || channels.isEmpty()) {
            throw new IllegalArgumentException("a proof has a level and a channel");
        }
        channels = Set.copyOf(channels);
    }
}
