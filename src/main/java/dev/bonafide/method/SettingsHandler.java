package dev.bonafide.method;

import dev.bonafide.guard.Guard;
import dev.bonafide.guard.GuardDecisions;
import dev.bonafide.guard.GuardEvent;
import dev.bonafide.identity.Identifier;
import dev.bonafide.identity.Identity;
import dev.bonafide.identity.IdentityDecisions;
import dev.bonafide.identity.IdentityEvent;
import dev.bonafide.identity.IdentityState.Profile;
import dev.bonafide.identity.IdentityState.Registered;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Proof;
import dev.bonafide.log.Aggregates;
import dev.bonafide.log.Folds;
import dev.bonafide.log.Handler;
import dev.bonafide.log.Moved;
import dev.bonafide.method.MethodCommand.Acting;
import dev.bonafide.method.MethodCommand.Change;
import dev.bonafide.method.MethodCommand.ChangeCredential;
import dev.bonafide.method.MethodCommand.ChangeTraits;
import dev.bonafide.session.Session;
import dev.bonafide.session.SessionDecisions;
import dev.bonafide.session.SessionEvent;
import dev.bonafide.session.Standing;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandHandler;

/**
 * The handlers of what people change about themselves: guard or claims, identity and session in one
 * unit of work.
 */
public final class SettingsHandler implements Handler {
    private final Aggregates aggregates;
    private final Folds folds;
    private final Claims claims;

    public SettingsHandler(Aggregates aggregates, Folds folds) {
        this.aggregates = aggregates;
        this.folds = folds;
        this.claims = new Claims(aggregates);
    }

    /**
     * Names of credentials are claimed before the identity is loaded, so what it holds is read from
     * the fold first and checked again under the lock.
     */
    @CommandHandler
    Change handle(ChangeCredential command) {
        Acting acting = command.acting();
        Registered seen = seen(acting.identity());
        List<Identifier> held = seen.credentialNames();
        claims.move(acting.identity(), held, command.intent().names(seen), command.now());
        return aggregates.with(
                Guard.TYPE,
                Guard.stream(acting.identity(), command.intent().method()),
                guard ->
                        acting(
                                acting,
                                command.now(),
                                (scene, standing) -> {
                                    requireUnmoved(standing.identity(), held);
                                    RequiredPrivilege.check(
                                            standing, command.policy(), command.now());
                                    return decided(command, guard, scene, standing);
                                }));
    }

    private Registered seen(IdentityId identity) {
        return IdentityDecisions.known(
                folds.read(Identity.FOLD, Identity.stream(identity)).state());
    }

    private static void requireUnmoved(Registered somebody, List<Identifier> held) {
        if (!somebody.credentialNames().equals(held)) {
            throw new Moved(Identity.stream(somebody.id()));
        }
    }

    private static Change decided(
            ChangeCredential command, Guard guard, Scene scene, Standing standing) {
        CredentialIntent.Outcome outcome =
                command.intent().decide(standing.identity().credential(command.intent().method()));
        return switch (outcome) {
            case CredentialIntent.Impossible impossible ->
                    new Change.Impossible(impossible.problem());
            case CredentialIntent.Changed changed -> {
                changed(command, changed, scene, standing);
                resetIfBoundAnew(command, guard, standing, scene);
                yield new Change.Done();
            }
        };
    }

    private static void changed(
            ChangeCredential command,
            CredentialIntent.Changed changed,
            Scene scene,
            Standing standing) {
        Instant now = command.now();
        scene.identity.record(IdentityDecisions.change(standing.identity(), changed.events()));
        Registered after = IdentityDecisions.known(scene.identity.state());
        scene.session.record(
                SessionDecisions.keepProofs(
                        standing.session(), ended(standing.identity(), after), now));
        proven(command, changed, scene, standing);
        if (changed.replacesFirstFactor() && command.policy().endOtherSessions()) {
            endOthers(scene, standing, now);
        }
    }

    /**
     * A new token is issued before the proof is added, so that the one before never gains by it.
     */
    private static void proven(
            ChangeCredential command,
            CredentialIntent.Changed changed,
            Scene scene,
            Standing standing) {
        Instant now = command.now();
        Evidence.Given given = changed.given();
        String replacement = command.acting().replacement();
        if (replacement != null && (given != null || changed.replacesFirstFactor())) {
            scene.session.record(
                    List.of(
                            new SessionEvent.TokenIssued(
                                    standing.session().id(), replacement, now)));
        }
        if (given != null) {
            Proof proof =
                    new Proof(
                            command.intent().method(),
                            given.aal(),
                            given.channels(),
                            given.lineage(),
                            now,
                            given.upstream());
            scene.session.record(
                    List.of(new SessionEvent.MethodCompleted(standing.session().id(), proof)));
        }
    }

    private static void endOthers(Scene scene, Standing standing, Instant now) {
        Registered somebody = IdentityDecisions.known(scene.identity.state());
        scene.identity.record(
                IdentityDecisions.endSessions(
                        somebody, IdentityEvent.Cause.CREDENTIAL_CHANGED, now));
        scene.session.record(SessionDecisions.keep(standing.session(), somebody.epoch() + 1, now));
    }

    /**
     * A credential that is new, or has a new secret, starts with a clean count (NIST SP 800-63B
     * 3.2.2: "until re-bound").
     */
    private static void resetIfBoundAnew(
            ChangeCredential command, Guard guard, Standing standing, Scene scene) {
        IdentityId identity = command.acting().identity();
        Registered after = IdentityDecisions.known(scene.identity.state());
        boolean bound =
                after.credential(command.intent().method()) != null
                        && !after.equals(standing.identity());
        if (bound) {
            guard.record(
                    GuardDecisions.reset(
                            guard.state(),
                            identity,
                            command.intent().method(),
                            GuardEvent.Reason.BOUND_ANEW,
                            command.now()));
        }
    }

    /**
     * Claims are loaded before the identity, so what it holds is read from the fold first and
     * checked again under the lock.
     */
    @CommandHandler
    boolean handle(ChangeTraits command) {
        Acting acting = command.acting();
        Registered seen = seen(acting.identity());
        Profile wanted = command.profile();
        claims.move(
                acting.identity(),
                seen.profile().identifiers(),
                wanted.identifiers(),
                command.now());
        return acting(
                acting,
                command.now(),
                (scene, standing) -> {
                    if (!standing.identity().profile().equals(seen.profile())) {
                        throw new Moved(Identity.stream(acting.identity()));
                    }
                    RequiredPrivilege.check(standing, command.policy(), command.now());
                    scene.identity.record(
                            List.of(
                                    new IdentityEvent.TraitsChanged(
                                            acting.identity(),
                                            wanted.schema(),
                                            wanted.traits(),
                                            wanted.identifiers(),
                                            command.now())));
                    return true;
                });
    }

    private <R> R acting(Acting acting, Instant now, BiFunction<Scene, Standing, R> work) {
        return aggregates.with(
                Identity.TYPE,
                Identity.stream(acting.identity()),
                identity ->
                        aggregates.with(
                                Session.TYPE,
                                Session.stream(acting.session()),
                                session -> {
                                    Standing standing =
                                            SessionDecisions.acting(
                                                    session.state(),
                                                    identity.state(),
                                                    acting.tokenHash(),
                                                    now);
                                    return work.apply(new Scene(identity, session), standing);
                                }));
    }

    private static Set<Lineage> ended(Registered before, Registered after) {
        Set<Lineage> gone = new HashSet<>(before.lineages());
        gone.removeAll(after.lineages());
        return gone;
    }

    /** Whom and what a change is about. */
    private record Scene(Identity identity, Session session) {}
}
