package dev.bonafide.session;

import dev.bonafide.identity.IdentityState;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An active session together with whose it is, and what follows: which proofs count, and the level.
 * Exists only for an active session.
 */
public record Standing(
        SessionState.Started session, IdentityState.Registered identity, List<Proof> counting) {
    public Standing {
        counting = List.copyOf(counting);
    }

    /**
     * The session's standing at this time; empty if it is not active: not begun, revoked, expired,
     * of an older epoch than its identity's, of an identity that is gone or switched off, or left
     * without a first factor that counts.
     */
    public static Optional<Standing> of(SessionState session, IdentityState identity, Instant now) {
        if (!(session instanceof SessionState.Started started)
                || !(identity instanceof IdentityState.Registered somebody)
                || !alive(started, somebody, now)) {
            return Optional.empty();
        }
        List<Proof> counting =
                Assurance.counting(started.proofs(), somebody.lineages(), started.kept());
        return Assurance.hasFirstFactor(counting)
                ? Optional.of(new Standing(started, somebody, counting))
                : Optional.empty();
    }

    public Aal aal() {
        return Assurance.of(counting);
    }

    /**
     * The standing that this session had when it had given only its first {@code proofs} proofs:
     * what a superseded token may read.
     */
    public Standing asOf(int proofs) {
        List<Proof> then = session.proofs().subList(0, Math.min(proofs, session.proofs().size()));
        return new Standing(session, identity, counting.stream().filter(then::contains).toList());
    }

    private static boolean alive(
            SessionState.Started session, IdentityState.Registered identity, Instant now) {
        return !session.revoked()
                && session.identity().equals(identity.id())
                && session.epoch() == identity.epoch()
                && identity.life().active()
                && now.isBefore(session.times().expiresAt());
    }
}
