package dev.bonafide.method;

import dev.bonafide.guard.Guard;
import dev.bonafide.guard.GuardDecisions;
import dev.bonafide.guard.GuardEvent;
import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.Identity;
import dev.bonafide.identity.IdentityDecisions;
import dev.bonafide.identity.IdentityState.Registered;
import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.log.Aggregates;
import dev.bonafide.log.Folds;
import dev.bonafide.log.Handler;
import dev.bonafide.log.Moved;
import dev.bonafide.method.MethodCommand.RemoveCredential;
import dev.bonafide.method.MethodCommand.ResetGuard;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;

/**
 * The handlers of what administrators do to credentials. An administrator may take the last way in:
 * that is what locks somebody out on purpose.
 */
public final class AdministrationHandler implements Handler {
    private final Aggregates aggregates;
    private final Folds folds;
    private final Claims claims;
    private final List<AuthenticationMethod> methods;

    public AdministrationHandler(
            Aggregates aggregates, Folds folds, List<AuthenticationMethod> methods) {
        this.aggregates = aggregates;
        this.folds = folds;
        this.claims = new Claims(aggregates);
        this.methods = List.copyOf(methods);
    }

    @CommandHandler
    boolean handle(RemoveCredential command) {
        AuthenticationMethod method =
                methods.stream()
                        .filter(candidate -> candidate.id().equals(command.method()))
                        .findFirst()
                        .orElseThrow(
                                () -> new Refused("method.unknown", "there is no such method"));
        StreamId stream = Identity.stream(command.identity());
        Registered seen = IdentityDecisions.known(folds.read(Identity.FOLD, stream).state());
        Registered after = IdentityDecisions.afterwards(seen, method.removal(seen, command.now()));
        claims.move(
                command.identity(), seen.credentialNames(), after.credentialNames(), command.now());
        return aggregates.with(
                Identity.TYPE, stream, identity -> removed(command, method, seen, identity));
    }

    private static boolean removed(
            RemoveCredential command,
            AuthenticationMethod method,
            Registered seen,
            Identity identity) {
        Registered somebody = IdentityDecisions.known(identity.state());
        if (!somebody.credentialNames().equals(seen.credentialNames())) {
            throw new Moved(Identity.stream(command.identity()));
        }
        List<CredentialEvent> events = method.removal(somebody, command.now());
        identity.record(events);
        return !events.isEmpty();
    }

    @CommandHandler
    boolean handle(ResetGuard command) {
        return aggregates.with(
                Guard.TYPE,
                Guard.stream(command.identity(), command.method()),
                guard -> {
                    boolean dirty = !guard.state().equals(dev.bonafide.guard.GuardState.CLEAR);
                    guard.record(
                            GuardDecisions.reset(
                                    guard.state(),
                                    command.identity(),
                                    command.method(),
                                    GuardEvent.Reason.ADMINISTRATOR,
                                    command.now()));
                    return dirty;
                });
    }
}
