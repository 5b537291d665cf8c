package dev.bonafide.method;

import dev.bonafide.identity.Claim;
import dev.bonafide.identity.ClaimDecisions;
import dev.bonafide.identity.Identifier;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Refused;
import dev.bonafide.log.Aggregates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Moves an identity from one set of names to another (login identifiers, an external id, names of
 * credentials), in the order in which claims are loaded, inside a handler's unit of work.
 */
public final class Claims {
    private final Aggregates aggregates;

    /** Over the aggregates of the handler that uses it. */
    public Claims(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    /** Two credentials of one identity can't share a name either. */
    private static Identifier taken() {
        throw new Refused("identifier.taken", "two credentials have one name");
    }

    /**
     * Claims and releases what differs.
     *
     * @throws dev.bonafide.kernel.Refused {@code identifier.taken}
     */
    public void move(IdentityId identity, List<Identifier> from, List<Identifier> to, Instant now) {
        Map<String, Identifier> wanted =
                to.stream()
                        .collect(
                                Collectors.toMap(
                                        Identifier::hash,
                                        Function.identity(),
                                        (one, other) -> taken()));
        SortedSet<String> hashes = new TreeSet<>(wanted.keySet());
        from.forEach(identifier -> hashes.add(identifier.hash()));
        for (String hash : hashes) {
            aggregates.with(
                    Claim.TYPE,
                    Claim.stream(hash),
                    claim -> {
                        Identifier identifier = wanted.get(hash);
                        claim.record(
                                identifier == null
                                        ? ClaimDecisions.release(claim.state(), identity, now)
                                        : ClaimDecisions.claim(
                                                claim.state(), identifier, identity, now));
                        return true;
                    });
        }
    }
}
