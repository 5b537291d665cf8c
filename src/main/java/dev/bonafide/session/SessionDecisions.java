package dev.bonafide.session;

import dev.bonafide.identity.IdentityState;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Proof;
import dev.bonafide.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of sessions, pure. */
public final class SessionDecisions {
    private SessionDecisions() {}

    /**
     * The session's standing, if it is active.
     *
     * @throws Refused {@code session.inactive}
     */
    public static Standing active(SessionState session, IdentityState identity, Instant now) {
        return Standing.of(session, identity, now)
                .orElseThrow(() -> new Refused("session.inactive", "the session is not active"));
    }

    /**
     * The same, for one who may prove, refresh or change: only the holder of the newest token.
     *
     * @throws Refused {@code session.inactive}, also for a superseded token
     */
    public static Standing acting(
            SessionState session, IdentityState identity, String tokenHash, Instant now) {
        Standing standing = active(session, identity, now);
        if (!standing.session().tokens().getLast().hash().equals(tokenHash)) {
            throw new Refused("session.inactive", "the session's token was replaced");
        }
        return standing;
    }

    /** Begins a session with its first proof and token. */
    public static List<SessionEvent> start(
            SessionEvent.Started started, Proof proof, String tokenHash) {
        return List.of(
                started,
                new SessionEvent.MethodCompleted(started.session(), proof),
                new SessionEvent.TokenIssued(started.session(), tokenHash, started.at()));
    }

    /**
     * A further proof moves the end of the session, as every login onto it does (contract clause
     * 1.1). A new token is issued before the proof is added: the one that it replaces reads the
     * session as it was until then, so it never gains by what is proven with it.
     *
     * @param replacement hash of the new token; null where the old one stays
     */
    public static List<SessionEvent> prove(
            SessionState.Started session,
            Proof proof,
            Instant expiresAt,
            @Nullable String replacement) {
        List<SessionEvent> events = new ArrayList<>();
        if (replacement != null) {
            events.add(
                    new SessionEvent.TokenIssued(session.id(), replacement, proof.completedAt()));
        }
        events.add(new SessionEvent.MethodCompleted(session.id(), proof));
        events.add(new SessionEvent.Extended(session.id(), expiresAt, proof.completedAt()));
        return events;
    }

    /** Moves the end, if it is less than {@code within} away; proofs and level stay. */
    public static List<SessionEvent> extend(
            SessionState.Started session, Duration lifespan, Duration within, Instant now) {
        return session.times().expiresAt().minus(within).isBefore(now)
                ? List.of(new SessionEvent.Extended(session.id(), now.plus(lifespan), now))
                : List.of();
    }

    /** Nothing to record where it is over already. */
    public static List<SessionEvent> revoke(
            SessionState session, SessionEvent.Cause cause, Instant now) {
        return session instanceof SessionState.Started started && !started.revoked()
                ? List.of(new SessionEvent.Revoked(started.id(), cause, now))
                : List.of();
    }

    /**
     * Spares this session from the end of the identity's others; {@code epoch} is the identity's
     * new one.
     */
    public static List<SessionEvent> keep(SessionState.Started session, long epoch, Instant now) {
        return List.of(new SessionEvent.Kept(session.id(), epoch, now));
    }

    /** What it proved with credentials that its own holder removes counts on in it. */
    public static List<SessionEvent> keepProofs(
            SessionState.Started session, Set<Lineage> removed, Instant now) {
        Set<Lineage> used = new HashSet<>();
        session.proofs().forEach(proof -> used.add(proof.lineage()));
        used.retainAll(removed);
        return used.isEmpty()
                ? List.of()
                : List.of(new SessionEvent.ProofsKept(session.id(), used, now));
    }
}
