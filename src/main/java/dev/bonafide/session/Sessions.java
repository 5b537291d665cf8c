package dev.bonafide.session;

import dev.bonafide.config.Setting;
import dev.bonafide.identity.Identity;
import dev.bonafide.identity.IdentityState;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Proof;
import dev.bonafide.kernel.Secrets;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.Folded;
import dev.bonafide.log.Folds;
import dev.bonafide.session.SessionState.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds sessions by token or id, from folds read strongly: never behind a revocation acknowledged
 * anywhere.
 */
public final class Sessions {
    private final Folds folds;
    private final Clock clock;
    private final Setting<SessionSettings> settings;

    public Sessions(Folds folds, Clock clock, Setting<SessionSettings> settings) {
        this.folds = folds;
        this.clock = clock;
        this.settings = settings;
    }

    /** The active session of this token; empty for anything else, whatever is wrong with it. */
    public Optional<Presented> present(String token) {
        return SessionToken.parse(token).flatMap(this::present);
    }

    /** The session of this token, active or over; empty for a token that never was one. */
    public Optional<SessionState.Started> byToken(String text) {
        folds.strong();
        return SessionToken.parse(text)
                .flatMap(token -> {
                    SessionState state =
                            folds.read(Session.FOLD, Session.stream(token.session())).state();
                    return state instanceof SessionState.Started started
                                    && started.tokens().stream()
                                            .anyMatch(held ->
                                                    Secrets.equal(held.hash(), token.hash()))
                            ? Optional.of(started)
                            : Optional.empty();
                });
    }

    /** A session, active or over; empty for an id that never was one. */
    public Optional<SessionFacts> facts(SessionId id) {
        folds.strong();
        return folds.consistent(view -> {
            SessionState state = view.read(Session.FOLD, Session.stream(id)).state();
            if (!(state instanceof SessionState.Started started)) {
                return Optional.empty();
            }
            IdentityState identity =
                    view.read(Identity.FOLD, Identity.stream(started.identity())).state();
            boolean active = Standing.of(started, identity, clock.now()).isPresent();
            return Optional.of(
                    new SessionFacts(started, active, Assurance.of(counting(started, identity))));
        });
    }

    private static List<Proof> counting(SessionState.Started session, IdentityState identity) {
        Set<Lineage> live =
                identity instanceof IdentityState.Registered somebody
                        ? somebody.lineages()
                        : Set.of();
        return Assurance.counting(session.proofs(), live, session.kept());
    }

    /** The active session with this id. */
    public Optional<Standing> standing(SessionId id) {
        folds.strong();
        return folds.consistent(view -> {
            SessionState session = view.read(Session.FOLD, Session.stream(id)).state();
            return standing(view, session);
        });
    }

    private Optional<Presented> present(SessionToken token) {
        folds.strong();
        return folds.consistent(view -> {
            Folded<SessionState> folded = view.read(Session.FOLD, Session.stream(token.session()));
            return standing(view, folded.state())
                    .flatMap(standing -> seen(standing, token.hash(), folded.position()));
        });
    }

    private Optional<Standing> standing(Folds view, SessionState state) {
        if (!(state instanceof SessionState.Started started)) {
            return Optional.empty();
        }
        IdentityState identity =
                view.read(Identity.FOLD, Identity.stream(started.identity())).state();
        return Standing.of(started, identity, clock.now());
    }

    private Optional<Presented> seen(Standing standing, String hash, long position) {
        return standing.session().tokens().stream()
                .filter(token -> Secrets.equal(token.hash(), hash))
                .findFirst()
                .flatMap(token -> seen(standing, token, position));
    }

    private Optional<Presented> seen(Standing standing, Token token, long position) {
        Instant superseded = token.supersededAt();
        if (superseded == null) {
            return Optional.of(new Presented(standing, token.hash(), true, position));
        }
        if (!clock.now().isBefore(superseded.plus(settings.get().grace()))) {
            return Optional.empty();
        }
        return Optional.of(
                new Presented(standing.asOf(token.proofsThen()), token.hash(), false, position));
    }
}
