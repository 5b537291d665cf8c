package dev.bonafide.identity;

import dev.bonafide.identity.IdentityEvent.Cause;
import dev.bonafide.identity.IdentityState.Registered;
import dev.bonafide.kernel.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rules of identities, pure. */
public final class IdentityDecisions {
    private IdentityDecisions() {}

    /**
     * The identity, if there is one that was not erased.
     *
     * @throws Refused {@code identity.unknown}
     */
    public static Registered known(IdentityState state) {
        if (state instanceof Registered somebody) {
            return somebody;
        }
        throw new Refused("identity.unknown", "there is no such identity");
    }

    /**
     * The identity, if it may log in.
     *
     * @throws Refused {@code identity.unknown}, {@code identity.disabled}
     */
    public static Registered active(IdentityState state) {
        Registered somebody = known(state);
        if (!somebody.life().active()) {
            throw new Refused("identity.disabled", "the identity is not active");
        }
        return somebody;
    }

    public static List<IdentityEvent> register(
            IdentityState state, IdentityEvent.Registered wanted) {
        if (!(state instanceof IdentityState.None)) {
            throw new Refused("identity.exists", "an identity with this id exists");
        }
        return List.of(wanted);
    }

    /**
     * Switches it on or off. Off ends its sessions by raising the epoch; on does not revive them.
     * Nothing to record where it is so already.
     */
    public static List<IdentityEvent> turn(IdentityState state, boolean active, Instant now) {
        Registered somebody = known(state);
        if (somebody.life().active() == active) {
            return List.of();
        }
        if (active) {
            return List.of(new IdentityEvent.Activated(somebody.id(), now));
        }
        List<IdentityEvent> events = new ArrayList<>();
        events.add(new IdentityEvent.Deactivated(somebody.id(), now));
        events.addAll(endSessions(somebody, Cause.DEACTIVATED, now));
        return events;
    }

    /** Ends all its sessions by one event, however many they are. */
    public static List<IdentityEvent> endSessions(Registered somebody, Cause cause, Instant now) {
        return List.of(
                new IdentityEvent.SessionsEnded(somebody.id(), somebody.epoch() + 1, cause, now));
    }

    public static List<IdentityEvent> erase(IdentityState state, Instant now) {
        Registered somebody = known(state);
        return List.of(new IdentityEvent.Erased(somebody.id(), somebody.epoch() + 1, now));
    }

    /**
     * Checks what a method wants to record of a credential.
     *
     * @throws Refused {@code identity.last-way-in} if nothing would be left to log in with
     */
    public static List<CredentialEvent> change(Registered somebody, List<CredentialEvent> wanted) {
        Registered after = afterwards(somebody, wanted);
        if (canLogIn(somebody) && !canLogIn(after)) {
            throw new Refused(
                    "identity.last-way-in", "this is the last way to log in and can't be removed");
        }
        return wanted;
    }

    /** The state after these events, without recording them. */
    public static Registered afterwards(Registered somebody, List<CredentialEvent> events) {
        IdentityState after = somebody;
        for (CredentialEvent event : events) {
            after = after.evolve(event);
        }
        return known(after);
    }

    private static boolean canLogIn(Registered somebody) {
        return somebody.factors().stream().anyMatch(Factor::first);
    }
}
