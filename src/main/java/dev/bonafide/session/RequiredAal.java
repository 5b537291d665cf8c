package dev.bonafide.session;

import dev.bonafide.kernel.Aal;

/** What an endpoint asks of a session. */
public enum RequiredAal {
    AAL1,
    /** The highest level that this session can reach with what it may be offered. */
    HIGHEST_AVAILABLE;

    /** The level that the session lacks; {@code AAL0} if it lacks none. */
    Aal missing(Standing standing, Offers offers) {
        Aal wanted = this == AAL1 ? Aal.AAL1 : offers.reachable(standing);
        return standing.aal().atLeast(wanted) ? Aal.AAL0 : wanted;
    }
}
