package dev.bonafide.identity;

import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Channel;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import java.util.Set;

/**
 * One way of an identity to prove itself.
 *
 * @param aal {@code AAL1} as a first factor, {@code AAL2} as a second
 * @param usable whether it can be used now as far as the credential knows (unspent); what the guard
 *     refuses is usable all the same
 */
public record Factor(
        MethodId method, Lineage lineage, Aal aal, Set<Channel> channels, boolean usable) {
    public Factor {
        channels = Set.copyOf(channels);
    }

    public boolean first() {
        return aal == Aal.AAL1;
    }

    public boolean second() {
        return aal == Aal.AAL2;
    }
}
