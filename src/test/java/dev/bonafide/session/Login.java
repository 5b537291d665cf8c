package dev.bonafide.session;

import dev.bonafide.identity.IdentityState;
import dev.bonafide.identity.Somebody;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Proof;
import dev.bonafide.kernel.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A session of {@link Somebody}, made of events. */
final class Login {
    static final SessionId ID = SessionId.of("01990000-0000-7000-8000-0000000005e5");
    static final Instant START = Kind.START;
    static final Instant END = START.plus(Duration.ofHours(24));
    static final Device DEVICE = new Device(new UUID(1, 2), null);

    private final List<SessionEvent> events = new ArrayList<>();

    private Login(SessionEvent.Started started) {
        events.add(started);
    }

    /** Begun with this proof. */
    static Login with(Proof first) {
        return new Login(started(0)).proving(first).issuing("token 1", START);
    }

    /** Begun, and proven with these one after another. */
    static Login with(List<Kind> kinds) {
        Login login = with(kinds.getFirst().proof());
        kinds.stream().skip(1).forEach(kind -> login.proving(kind.proof()));
        return login;
    }

    static SessionEvent.Started started(long epoch) {
        return new SessionEvent.Started(ID, Somebody.ID, epoch, END, DEVICE, START);
    }

    Login proving(Proof proof) {
        return then(new SessionEvent.MethodCompleted(ID, proof));
    }

    Login issuing(String hash, Instant at) {
        return then(new SessionEvent.TokenIssued(ID, hash, at));
    }

    Login keeping(Lineage... lineages) {
        return then(new SessionEvent.ProofsKept(ID, Set.of(lineages), START));
    }

    Login then(SessionEvent event) {
        events.add(event);
        return this;
    }

    Login then(List<SessionEvent> more) {
        events.addAll(more);
        return this;
    }

    SessionState.Started state() {
        return (SessionState.Started) after(events);
    }

    static SessionState after(List<SessionEvent> events) {
        SessionState state = new SessionState.None();
        for (SessionEvent event : events) {
            state = state.evolve(event);
        }
        return state;
    }

    /** Its standing; fails if it is not active. */
    Standing standing(IdentityState identity) {
        return Standing.of(state(), identity, START).orElseThrow();
    }
}
