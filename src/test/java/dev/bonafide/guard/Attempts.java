package dev.bonafide.guard;

import static dev.bonafide.guard.Lane.STRANGER;

import dev.bonafide.guard.GuardDecisions.Attempt;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One guard under attack: every guess is made as soon as it is let through. */
final class Attempts {
    static final IdentityId ADA = IdentityId.of("01990000-0000-7000-8000-00000000ada0");
    static final MethodId SOMETHING = new MethodId("something");
    static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private final GuardPolicy policy;
    private final List<GuardEvent> events = new ArrayList<>();
    private GuardState state = GuardState.CLEAR;
    private Instant now = START;

    Attempts(GuardPolicy policy) {
        this.policy = policy;
    }

    /** Wrong guesses by strangers. */
    Attempts wrong(int times) {
        return wrong(STRANGER, times);
    }

    Attempts wrong(Lane lane, int times) {
        for (int i = 0; i < times; i++) {
            if (look(lane) instanceof GuardVerdict.Waiting waiting) {
                now = waiting.until();
            }
            record(GuardDecisions.failed(state, attempt(lane), policy));
        }
        return this;
    }

    /** A right guess that was let through. */
    Attempts right() {
        return reset(GuardEvent.Reason.SUCCESS);
    }

    Attempts reset(GuardEvent.Reason reason) {
        record(GuardDecisions.reset(state, ADA, SOMETHING, reason, now));
        return this;
    }

    Attempts pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    GuardVerdict look(Lane lane) {
        return GuardDecisions.look(state, lane, now);
    }

    GuardState state() {
        return state;
    }

    Instant now() {
        return now;
    }

    List<GuardEvent> events() {
        return List.copyOf(events);
    }

    static Attempt attempt(Lane lane, Instant at) {
        return new Attempt(ADA, SOMETHING, lane, at);
    }

    private Attempt attempt(Lane lane) {
        return attempt(lane, now);
    }

    private void record(List<GuardEvent> decided) {
        events.addAll(decided);
        for (GuardEvent event : decided) {
            state = state.evolve(event);
        }
    }
}
