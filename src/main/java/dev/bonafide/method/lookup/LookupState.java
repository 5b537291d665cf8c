package dev.bonafide.method.lookup;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.identity.Factor;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Channel;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Secrets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A set and what is left of it.
 *
 * @param usedAt when each code that is spent was used, by its index
 */
record LookupState(Lineage lineage, CodeSet set, Map<Integer, Instant> usedAt)
        implements CredentialState {
    LookupState {
        usedAt = Map.copyOf(usedAt);
    }

    static LookupState fresh(Lineage lineage, CodeSet set) {
        return new LookupState(lineage, set, Map.of());
    }

    static @Nullable LookupState of(@Nullable CredentialState held) {
        return held instanceof LookupState codes ? codes : null;
    }

    static Channel channel(Lineage lineage) {
        return new Channel("lookup:" + lineage);
    }

    LookupState used(int index, Instant at) {
        Map<Integer, Instant> more = new HashMap<>(usedAt);
        more.put(index, at);
        return new LookupState(lineage, set, more);
    }

    boolean spent(int index) {
        return usedAt.containsKey(index);
    }

    int total() {
        return set.hashes().size();
    }

    int remaining() {
        return total() - usedAt.size();
    }

    /** Which code has this hash. All are compared, so that the time taken does not tell which. */
    OptionalInt find(String hash) {
        OptionalInt found = OptionalInt.empty();
        List<String> hashes = set.hashes();
        for (int i = 0; i < hashes.size(); i++) {
            found = Secrets.equal(hashes.get(i), hash) ? OptionalInt.of(i) : found;
        }
        return found;
    }

    /** A spent set can be used for nothing, and so is asked for by nobody. */
    @Override
    public List<Factor> factors() {
        Set<Channel> channels = Set.of(channel(lineage));
        return List.of(new Factor(LookupMethod.ID, lineage, Aal.AAL2, channels, remaining() > 0));
    }
}
