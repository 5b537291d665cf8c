package dev.bonafide.alert;

import dev.bonafide.kernel.ConcernsIdentity;
import dev.bonafide.kernel.EventName;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import java.time.Instant;

/** What has happened to an alert. */
public sealed interface AlertEvent {
    /**
     * Somebody should look.
     *
     * @param cause id of the event that it is about
     * @param causePosition where that stands in the log
     */
    @EventName("alert.raised")
    record Raised(
            Rule rule,
            IdentityId identity,
            MethodId method,
            String cause,
            long causePosition,
            Instant at)
            implements AlertEvent, ConcernsIdentity {}

    /** What was found. */
    enum Rule {
        /** Somebody can prove less than before; a thief's first act is to take a factor away. */
        FACTOR_REMOVED,

        /** As many guesses in a row were wrong as the guard's policy allows. */
        GUARD_CAP_REACHED
    }
}
