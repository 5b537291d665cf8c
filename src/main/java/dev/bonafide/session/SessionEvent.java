package dev.bonafide.session;

import dev.bonafide.kernel.EventName;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Proof;
import dev.bonafide.kernel.SessionId;
import java.time.Instant;
import java.util.Set;

/** What has happened to a session. */
public sealed interface SessionEvent {
    SessionId session();

    /**
     * It began, without any proof yet; the proofs follow in the same commit.
     *
     * @param epoch the identity's session epoch: the session is over once the identity's is higher
     */
    @EventName("session.started")
    record Started(
            SessionId session,
            IdentityId identity,
            long epoch,
            Instant expiresAt,
            Device device,
            Instant at)
            implements SessionEvent {}

    /** Its holder proved something. */
    @EventName("session.method-completed")
    record MethodCompleted(SessionId session, Proof proof) implements SessionEvent {}

    /**
     * A token was handed out; the one before may only read from now on. Only the hash of its secret
     * is kept.
     */
    @EventName("session.token-issued")
    record TokenIssued(SessionId session, String hash, Instant at) implements SessionEvent {}

    @EventName("session.extended")
    record Extended(SessionId session, Instant expiresAt, Instant at) implements SessionEvent {}

    /** It was spared when the identity's other sessions were ended. */
    @EventName("session.kept")
    record Kept(SessionId session, long epoch, Instant at) implements SessionEvent {}

    /**
     * Its own holder removed these credentials: what it proved with them counts on, in this session
     * alone.
     */
    @EventName("session.proofs-kept")
    record ProofsKept(SessionId session, Set<Lineage> lineages, Instant at)
            implements SessionEvent {
        public ProofsKept {
            lineages = Set.copyOf(lineages);
        }
    }

    @EventName("session.revoked")
    record Revoked(SessionId session, Cause cause, Instant at) implements SessionEvent {}

    /** Who ended a session. */
    enum Cause {
        LOGOUT,
        OWNER,
        ADMINISTRATOR
    }
}
