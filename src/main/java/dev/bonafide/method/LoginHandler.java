package dev.bonafide.method;

import dev.bonafide.guard.Guard;
import dev.bonafide.guard.GuardDecisions;
import dev.bonafide.guard.GuardEvent;
import dev.bonafide.guard.GuardVerdict;
import dev.bonafide.identity.Identity;
import dev.bonafide.identity.IdentityDecisions;
import dev.bonafide.identity.IdentityState.Registered;
import dev.bonafide.kernel.Proof;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.Aggregates;
import dev.bonafide.log.Handler;
import dev.bonafide.method.Evidence.Accepted;
import dev.bonafide.method.Evidence.Given;
import dev.bonafide.method.Evidence.Rejected;
import dev.bonafide.method.MethodCommand.CompleteAuthenticationMethod;
import dev.bonafide.method.MethodCommand.Completion;
import dev.bonafide.method.MethodCommand.Guessed;
import dev.bonafide.method.MethodCommand.NewSession;
import dev.bonafide.method.MethodCommand.SameSession;
import dev.bonafide.session.Session;
import dev.bonafide.session.SessionDecisions;
import dev.bonafide.session.SessionEvent;
import dev.bonafide.session.Standing;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;

/**
 * The one handler of {@link CompleteAuthenticationMethod}: use, guard, identity and session in one
 * unit of work, loaded in that order.
 */
public final class LoginHandler implements Handler {
    private final Aggregates aggregates;

    public LoginHandler(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @CommandHandler
    Completion handle(CompleteAuthenticationMethod command) {
        Guessed guessed = command.guessed();
        return aggregates.with(
                Use.TYPE,
                Use.stream(command.flow()),
                use -> {
                    use.requireUnused();
                    return aggregates.with(
                            Guard.TYPE,
                            Guard.stream(guessed.identity(), guessed.method()),
                            guard -> guarded(command, use, guard));
                });
    }

    private Completion guarded(CompleteAuthenticationMethod command, Use use, Guard guard) {
        Guessed guessed = command.guessed();
        return switch (GuardDecisions.look(guard.state(), guessed.lane(), command.now())) {
            case GuardVerdict.Waiting waiting -> new Completion.Waiting(waiting.until());
            case GuardVerdict.Disabled disabled -> new Completion.Disabled();
            case GuardVerdict.Free free ->
                    aggregates.with(
                            Identity.TYPE,
                            Identity.stream(guessed.identity()),
                            identity -> judged(new Scene(command, use, guard, identity)));
        };
    }

    private Completion judged(Scene scene) {
        Registered somebody = IdentityDecisions.known(scene.identity.state());
        MethodCommand.Guessed guessed = scene.command.guessed();
        return switch (scene.command.evidence().judge(somebody.credential(guessed.method()))) {
            case Accepted accepted -> completed(scene, accepted);
            case Rejected rejected -> counted(scene, rejected);
            case Evidence.Moot nothing -> new Completion.Wrong(nothing.problem(), null);
        };
    }

    private static Completion counted(Scene scene, Rejected rejected) {
        Guessed guessed = scene.command.guessed();
        GuardDecisions.Attempt attempt =
                new GuardDecisions.Attempt(
                        guessed.identity(), guessed.method(), guessed.lane(), scene.command.now());
        scene.guard.record(GuardDecisions.failed(scene.guard.state(), attempt, guessed.policy()));
        scene.identity.record(rejected.events());
        return new Completion.Wrong(
                rejected.problem(), scene.guard.state().in(guessed.lane()).refusedUntil());
    }

    /** That the identity is switched off is told only to who knows the secret. */
    private Completion completed(Scene scene, Accepted accepted) {
        Instant now = scene.command.now();
        Guessed guessed = scene.command.guessed();
        Registered somebody = IdentityDecisions.active(scene.identity.state());
        scene.identity.record(IdentityDecisions.change(somebody, accepted.events()));
        scene.guard.record(
                GuardDecisions.reset(
                        scene.guard.state(),
                        guessed.identity(),
                        guessed.method(),
                        GuardEvent.Reason.SUCCESS,
                        now));
        SessionId session = prove(scene, proof(guessed, accepted.given(), now));
        scene.use.complete(scene.command.flow(), now);
        return new Completion.Completed(session);
    }

    private SessionId prove(Scene scene, Proof proof) {
        return switch (scene.command.onto()) {
            case NewSession fresh -> begun(scene, fresh, proof);
            case SameSession same -> furthered(scene, same, proof);
        };
    }

    private SessionId begun(Scene scene, NewSession fresh, Proof proof) {
        return aggregates.with(
                Session.TYPE,
                Session.stream(fresh.id()),
                session -> {
                    session.record(
                            SessionDecisions.start(
                                    started(fresh, scene), proof, fresh.tokenHash()));
                    return fresh.id();
                });
    }

    private SessionId furthered(Scene scene, SameSession same, Proof proof) {
        return aggregates.with(
                Session.TYPE,
                Session.stream(same.id()),
                session -> {
                    Standing standing =
                            SessionDecisions.acting(
                                    session.state(),
                                    scene.identity.state(),
                                    same.tokenHash(),
                                    scene.command.now());
                    session.record(
                            SessionDecisions.prove(
                                    standing.session(),
                                    proof,
                                    same.expiresAt(),
                                    same.replacement()));
                    return same.id();
                });
    }

    private static SessionEvent.Started started(NewSession fresh, Scene scene) {
        Registered somebody = IdentityDecisions.known(scene.identity.state());
        return new SessionEvent.Started(
                fresh.id(),
                somebody.id(),
                somebody.epoch(),
                fresh.expiresAt(),
                fresh.device(),
                scene.command.now());
    }

    private static Proof proof(Guessed guessed, Given given, Instant now) {
        return new Proof(
                guessed.method(),
                given.aal(),
                given.channels(),
                given.lineage(),
                now,
                given.upstream());
    }

    /** What one guess is about. */
    private record Scene(
            CompleteAuthenticationMethod command, Use use, Guard guard, Identity identity) {}
}
