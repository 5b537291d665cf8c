package dev.bonafide.method.fido;

import dev.bonafide.identity.Factor;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Channel;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import java.time.Instant;
import java.util.Set;

/**
 * A key that somebody holds.
 *
 * @param addedAt when it was bound, here or where it was exported
 * @param imported whether an administrator brought it along
 * @param copied whether its counter went back once: then there may be two of it
 */
public record Key(
        Lineage lineage, KeyFacts facts, Instant addedAt, boolean imported, boolean copied) {
    /** Each key is a channel of its own. */
    public Channel channel() {
        return new Channel("key:" + lineage);
    }

    Factor factor(MethodId method) {
        return new Factor(method, lineage, facts.aal(), Set.of(channel()), true);
    }

    public boolean first() {
        return facts.aal() == Aal.AAL1;
    }

    Key with(KeyFacts next) {
        return new Key(lineage, next, addedAt, imported, copied);
    }

    /** The same, doubted. */
    public Key suspected() {
        return new Key(lineage, facts, addedAt, imported, true);
    }
}
