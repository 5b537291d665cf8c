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
     * Any second factor proven within {@code maxAge} on an {@code AAL2} session will do. Otherwise
     * one is asked for where the session can be offered any; where it can't (all spent, switched
     * off, or over the first factor's own channel), a first factor so proven will do, or nobody
     * could ever enrol another one.
     *
     * @param offered the factors of methods that are switched on
     */
    static Privilege of(Standing standing, List<Factor> offered, Duration maxAge, Instant now) {
        List<Proof> seconds = Assurance.seconds(standing.counting());
        if (seconds.stream().anyMatch(proof -> fresh(proof, maxAge, now))) {
            return new Granted();
        }
        boolean second = !Assurance.lifting(standing.counting(), offered).isEmpty();
        return !second && freshFirst(standing, maxAge, now)
                ? new Granted()
                : new Missing(second ? Aal.AAL2 : Aal.AAL1);
    }

    /**
     * Whether a first factor was proven within {@code maxAge}: what a change of password needs
     * besides.
     */
    static boolean freshFirst(Standing standing, Duration maxAge, Instant now) {
        return standing.counting().stream()
                .filter(Assurance::first)
                .anyMatch(proof -> fresh(proof, maxAge, now));
    }

    private static boolean fresh(Proof proof, Duration maxAge, Instant now) {
        return now.isBefore(proof.completedAt().plus(maxAge));
    }
}
