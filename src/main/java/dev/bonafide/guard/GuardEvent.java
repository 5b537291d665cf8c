package dev.bonafide.guard;

import dev.bonafide.kernel.ConcernsIdentity;
import dev.bonafide.kernel.EventName;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened to the attempts of one identity with one method. */
public sealed interface GuardEvent {
    Instant at();

    /** What concerns one identity with one method. */
    sealed interface About extends GuardEvent, ConcernsIdentity {
        MethodId method();
    }

    /**
     * A guess was evaluated and was wrong.
     *
     * @param failures consecutive failures in this lane, this one included
     * @param refusedUntil no guess of the lane is evaluated before; null = the next may follow at
     *     once
     * @param disabled from now on none is evaluated until the method is bound anew or the guard is
     *     reset
     */
    @EventName("guard.attempt-failed")
    record AttemptFailed(
            IdentityId identity,
            MethodId method,
            Lane lane,
            int failures,
            @Nullable Instant refusedUntil,
            boolean disabled,
            Instant at)
            implements About {}

    /**
     * Failures of all lanes together reached the cap: somebody should look. Written once per run of
     * failures; {@code lane} is that of the last one.
     */
    @EventName("guard.cap-reached")
    record CapReached(IdentityId identity, MethodId method, Lane lane, int failures, Instant at)
            implements About {}

    /** The count went back to nothing, because of a success, a new binding, or an administrator. */
    @EventName("guard.reset")
    record Reset(IdentityId identity, MethodId method, Reason reason, Instant at)
            implements About {}

    /**
     * Guesses about identifiers that are nobody's, since the last such event of this node; one a
     * minute at most.
     */
    @EventName("guard.nobody-guessed")
    record NobodyGuessed(long guesses, Instant at) implements GuardEvent {}

    /** Why a guard was reset. */
    enum Reason {
        SUCCESS,
        BOUND_ANEW,
        ADMINISTRATOR
    }
}
