package dev.bonafide.audit;

import dev.bonafide.identity.Identity;
import dev.bonafide.identity.IdentityState;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Proof;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.Fold;
import dev.bonafide.log.History;
import dev.bonafide.log.Recorded;
import dev.bonafide.session.Assurance;
import dev.bonafide.session.Session;
import dev.bonafide.session.SessionEvent;
import dev.bonafide.session.SessionState;
import dev.bonafide.session.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a session was at a time or position, by the same folds as whoami, from the events up to
 * there alone.
 */
final class TimeTravel {
    private final History history;

    TimeTravel(History history) {
        this.history = history;
    }

    /**
     * A session as it was.
     *
     * @param position the last event that took part, or could have
     * @param active whether whoami would have found it then
     * @param methods each proof with the position of its event and whether it counted then
     * @param events every event that it follows from, in order of positions
     */
    record Then(
            SessionState.Started session,
            Instant at,
            long position,
            boolean active,
            Aal aal,
            List<Method> methods,
            List<Recorded> events) {}

    /** A proof in its place. */
    record Method(Proof proof, long position, boolean counted) {}

    /** Empty if it had not begun by then. */
    Optional<Then> at(SessionId id, Instant at) {
        long position = history.positionAt(at);
        return story(id, position).then(position, at);
    }

    /** The same by position; its time is that of the session's last event up to there. */
    Optional<Then> upTo(SessionId id, long position) {
        return story(id, position).then(position);
    }

    /** The events of a session and of its identity, up to and including the position. */
    Story story(SessionId id, long upTo) {
        List<Recorded> own = history.stream(Session.stream(id), upTo);
        return fold(Session.FOLD, own) instanceof SessionState.Started session
                ? new Story(own, history.stream(Identity.stream(session.identity()), upTo))
                : new Story(own, List.of());
    }

    /** What was loaded once, to be looked at as of any earlier position. */
    record Story(List<Recorded> own, List<Recorded> theirs) {
        Optional<Then> then(long position) {
            List<Recorded> seen = until(own, position);
            return seen.isEmpty() ? Optional.empty() : then(position, seen.getLast().at());
        }

        Optional<Then> then(long position, Instant at) {
            List<Recorded> mine = until(own, position);
            List<Recorded> identitys = until(theirs, position);
            if (!(fold(Session.FOLD, mine) instanceof SessionState.Started session)) {
                return Optional.empty();
            }
            IdentityState identity = fold(Identity.FOLD, identitys);
            Set<Lineage> live =
                    identity instanceof IdentityState.Registered somebody
                            ? somebody.lineages()
                            : Set.of();
            List<Proof> counting = Assurance.counting(session.proofs(), live, session.kept());
            boolean active = Standing.of(session, identity, at).isPresent();
            return Optional.of(
                    new Then(
                            session,
                            at,
                            position,
                            active,
                            Assurance.of(counting),
                            methods(mine, counting),
                            merged(mine, identitys)));
        }
    }

    private static List<Recorded> until(List<Recorded> events, long position) {
        return events.stream().filter(recorded -> recorded.position() <= position).toList();
    }

    private static List<Recorded> merged(List<Recorded> some, List<Recorded> others) {
        return Stream.concat(some.stream(), others.stream())
                .sorted(Comparator.comparingLong(Recorded::position))
                .toList();
    }

    private static List<Method> methods(List<Recorded> events, List<Proof> counting) {
        List<Method> methods = new ArrayList<>();
        for (Recorded recorded : events) {
            if (recorded.event() instanceof SessionEvent.MethodCompleted completed) {
                Proof proof = completed.proof();
                methods.add(new Method(proof, recorded.position(), counting.contains(proof)));
            }
        }
        return methods;
    }

    private static <S> S fold(Fold<S> fold, List<Recorded> events) {
        S state = fold.initial();
        for (Recorded recorded : events) {
            state = fold.evolve(state, recorded.event());
        }
        return state;
    }
}
