package dev.bonafide.session;

import dev.bonafide.identity.Factor;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Channel;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Proof;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * How strongly a session is authenticated: a pure function of its proofs and of which credentials
 * live, and of nothing else; no configuration, no clock, no cache. The table of pairs in {@code
 * docs/architecture.md} is its test. Follows NIST SP 800-63B section 2 and, for the wire, contract
 * clause 1.3.
 */
public final class Assurance {
    private Assurance() {}

    /**
     * The proofs that count: those whose credential lives, and those that the session's own holder
     * kept while removing it.
     */
    public static List<Proof> counting(List<Proof> proofs, Set<Lineage> live, Set<Lineage> kept) {
        return proofs.stream()
                .filter(proof -> live.contains(proof.lineage()) || kept.contains(proof.lineage()))
                .toList();
    }

    /**
     * The level of these proofs: nothing is {@code AAL0}; a first and a second factor over
     * different channels, or one delegated proof that the provider's configuration maps to {@code
     * AAL2}, is {@code AAL2}; all else is {@code AAL1}.
     */
    public static Aal of(Collection<Proof> counting) {
        if (counting.isEmpty()) {
            return Aal.AAL0;
        }
        boolean two =
                counting.stream().anyMatch(Assurance::both)
                        || counting.stream()
                                .filter(Assurance::first)
                                .anyMatch(first ->
                                        counting.stream().anyMatch(second -> pair(first, second)));
        return two ? Aal.AAL2 : Aal.AAL1;
    }

    /** Whether anything that counts is a first factor; without one a session is not active. */
    public static boolean hasFirstFactor(Collection<Proof> counting) {
        return counting.stream().anyMatch(Assurance::first);
    }

    /** The second factors, of those offered, with which these proofs would reach {@code AAL2}. */
    public static List<Factor> lifting(Collection<Proof> counting, Collection<Factor> offered) {
        return offered.stream()
                .filter(factor -> factor.second() && factor.usable())
                .filter(factor ->
                        counting.stream()
                                .anyMatch(proof ->
                                        first(proof)
                                                && disjoint(proof.channels(), factor.channels())))
                .toList();
    }

    /** The level that this session can reach with what it has proven and what it may be offered. */
    public static Aal reachable(Collection<Proof> counting, Collection<Factor> offered) {
        Aal now = of(counting);
        return lifting(counting, offered).isEmpty() ? now : Aal.AAL2;
    }

    /**
     * The second factors that count in an {@code AAL2}: those that stand on another channel than
     * some first factor.
     */
    public static List<Proof> seconds(Collection<Proof> counting) {
        List<Proof> seconds = new ArrayList<>();
        for (Proof proof : counting) {
            if (both(proof)
                    || counting.stream().anyMatch(first -> first(first) && pair(first, proof))) {
                seconds.add(proof);
            }
        }
        return seconds;
    }

    /** Whether it can be the first of two; a delegated proof of both factors can. */
    static boolean first(Proof proof) {
        return proof.aal() == Aal.AAL1 || both(proof);
    }

    private static boolean both(Proof proof) {
        return proof.aal() == Aal.AAL2 && proof.upstream() != null;
    }

    private static boolean pair(Proof first, Proof second) {
        return second.aal() == Aal.AAL2 && disjoint(first.channels(), second.channels());
    }

    private static boolean disjoint(Set<Channel> some, Set<Channel> others) {
        return Collections.disjoint(some, others);
    }
}
