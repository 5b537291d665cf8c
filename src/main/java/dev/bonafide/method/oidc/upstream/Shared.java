package dev.bonafide.method.oidc.upstream;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Ticker;
import dev.bonafide.method.oidc.outbound.Ask;
import dev.bonafide.method.oidc.outbound.Outbound;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What providers share and what outlives an edition of the configuration: connections, clocks, and
 * what was found out about each issuer.
 */
final class Shared {
    private final Outbound outbound;
    private final Clock clock;
    private final Ticker ticker;

    /** As many as were ever configured in this process. */
    private final Map<Place, Discovery> found = new ConcurrentHashMap<>();

    private record Place(IssuerRule rule, Set<String> hosts) {}

    Shared(Outbound outbound, Clock clock, Ticker ticker) {
        this.outbound = outbound;
        this.clock = clock;
        this.ticker = ticker;
    }

    Clock clock() {
        return clock;
    }

    Caller caller(Set<String> hosts) {
        return new Caller(outbound, hosts);
    }

    /** The issuer's own host may be called, and those that are known of its kind. */
    Discovery discovery(IssuerRule rule, Kind kind) {
        Set<String> hosts = new HashSet<>(kind.hosts());
        hosts.add(Ask.authority(rule.document()));
        return found.computeIfAbsent(
                new Place(rule, Set.copyOf(hosts)),
                place -> new Discovery(place.rule(), caller(place.hosts()), ticker));
    }
}
