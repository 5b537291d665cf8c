package dev.bonafide.method.oidc;

import dev.bonafide.identity.Factor;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Channel;
import dev.bonafide.kernel.Lineage;
import java.time.Instant;
import java.util.Set;

/**
 * An account at a provider that somebody can log in with.
 *
 * @param imported whether an administrator brought it along
 */
record Linked(Lineage lineage, AccountFacts facts, Instant at, boolean imported) {
    /**
     * The account itself: two of one provider are two channels, one that was linked anew is one.
     */
    Channel channel() {
        return new Channel("upstream:" + facts.name());
    }

    /**
     * A first factor. That a provider's word may count as both is a fact of each proof, never of
     * the link.
     */
    Factor factor() {
        return new Factor(OidcMethod.ID, lineage, Aal.AAL1, Set.of(channel()), true);
    }
}
