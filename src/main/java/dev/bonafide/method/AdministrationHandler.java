package dev.bonafide.method;

import dev.bonafide.guard.Guard;
import dev.bonafide.guard.GuardDecisions;
import dev.bonafide.guard.GuardEvent;
import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.Identity;
import dev.bonafide.identity.IdentityDecisions;
import dev.bonafide.kernel.Refused;
import dev.bonafide.log.Aggregates;
import dev.bonafide.log.Handler;
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
    private final List<AuthenticationMethod> methods;

    public AdministrationHandler(Aggregates aggregates, List<AuthenticationMethod> methods) {
        this.aggregates = aggregates;
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
        return aggregates.with(
                Identity.TYPE,
                Identity.stream(command.identity()),
                identity -> {
                    List<CredentialEvent> events =
                            method.removal(
                                    IdentityDecisions.known(identity.state()), command.now());
                    identity.record(events);
                    return !events.isEmpty();
                });
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
