package dev.bonafide.guard;

import dev.bonafide.guard.GuardEvent.AttemptFailed;
import dev.bonafide.guard.GuardEvent.CapReached;
import dev.bonafide.guard.GuardEvent.Reason;
import dev.bonafide.guard.GuardEvent.Reset;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of the guard, pure. */
public final class GuardDecisions {
    private GuardDecisions() {}

    /** What stands against evaluating a guess of this lane at this time. */
    public static GuardVerdict look(GuardState state, Lane lane, Instant now) {
        if (state.disabled()) {
            return new GuardVerdict.Disabled();
        }
        Instant until = state.in(lane).refusedUntil();
        return until != null && now.isBefore(until)
                ? new GuardVerdict.Waiting(until)
                : new GuardVerdict.Free();
    }

    /**
     * A guess was evaluated and was wrong. Waits are those of its lane; the cap is that of the
     * authenticator, over all lanes: NIST's 100 is not 100 for each place that somebody guesses
     * from.
     */
    public static List<GuardEvent> failed(GuardState state, Attempt attempt, GuardPolicy policy) {
        int failures = state.in(attempt.lane()).failures() + 1;
        int all = state.failures() + 1;
        Duration wait = policy.waitAfter(failures);
        @Nullable Instant until = wait.isZero() ? null : attempt.at().plus(wait);
        List<GuardEvent> events = new ArrayList<>();
        events.add(
                new AttemptFailed(
                        attempt.identity(),
                        attempt.method(),
                        attempt.lane(),
                        failures,
                        until,
                        policy.hardCap() && all >= policy.cap(),
                        attempt.at()));
        if (all == policy.cap()) {
            events.add(
                    new CapReached(
                            attempt.identity(),
                            attempt.method(),
                            attempt.lane(),
                            all,
                            attempt.at()));
        }
        return events;
    }

    /**
     * Back to nothing; no event where there is nothing to reset, so that ordinary logins write
     * none.
     */
    public static List<GuardEvent> reset(
            GuardState state, IdentityId identity, MethodId method, Reason reason, Instant at) {
        return state.equals(GuardState.CLEAR)
                ? List.of()
                : List.of(new Reset(identity, method, reason, at));
    }

    /** Who tried, with what, by which budget, when. */
    public record Attempt(IdentityId identity, MethodId method, Lane lane, Instant at) {}
}
