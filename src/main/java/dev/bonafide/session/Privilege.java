package dev.bonafide.session;

import dev.bonafide.identity.Factor;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whether a session may change what it logs in with: freshness is judged per factor, so that a
 * password typed anew never refreshes an old second factor.
 */
public sealed interface Privilege {
    /** It may. */
    record Granted() implements Privilege {}

    /** Not before a factor of this level was proven anew. */
    record Missing(Aal aal) implements Privilege {}

    /**
     * An identity that can reach {@code AAL2} needs any second factor proven within {@code maxAge}
     * on an {@code AAL2} session; any other a first factor so proven.
     *
     * @param offered the factors of methods that are switched on
     */
    static Privilege of(Standing standing, List<Factor> offered, Duration maxAge, Instant now) {
        boolean second = Assurance.reachable(standing.counting(), offered) == Aal.AAL2;
        List<Proof> deciding =
                second
                        ? Assurance.seconds(standing.counting())
                        : standing.counting().stream()
                                .filter(proof -> proof.aal() == Aal.AAL1)
                                .toList();
        boolean fresh = deciding.stream().anyMatch(proof -> fresh(proof, maxAge, now));
        return fresh ? new Granted() : new Missing(second ? Aal.AAL2 : Aal.AAL1);
    }

    /**
     * Whether a first factor was proven within {@code maxAge}: what a change of password needs
     * besides.
     */
    static boolean freshFirst(Standing standing, Duration maxAge, Instant now) {
        return standing.counting().stream()
                .filter(proof -> proof.aal() == Aal.AAL1)
                .anyMatch(proof -> fresh(proof, maxAge, now));
    }

    private static boolean fresh(Proof proof, Duration maxAge, Instant now) {
        return now.isBefore(proof.completedAt().plus(maxAge));
    }
}
