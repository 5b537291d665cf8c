package dev.bonafide.admin;

import dev.bonafide.guard.Guard;
import dev.bonafide.guard.GuardDecisions;
import dev.bonafide.guard.GuardEvent;
import dev.bonafide.identity.Identity;
import dev.bonafide.identity.IdentityDecisions;
import dev.bonafide.identity.IdentityState;
import dev.bonafide.identity.IdentityState.Registered;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Refused;
import dev.bonafide.log.Aggregates;
import dev.bonafide.log.Handler;
import dev.bonafide.method.Claims;
import dev.bonafide.method.CredentialIntent;
import java.util.Comparator;
import org.axonframework.commandhandling.CommandHandler;

/** The handler of {@link WriteIdentity}: names, guards, identity and credentials in one commit. */
final class WriteIdentityHandler implements Handler {
    private final Aggregates aggregates;
    private final Claims claims;

    WriteIdentityHandler(Aggregates aggregates) {
        this.aggregates = aggregates;
        this.claims = new Claims(aggregates);
    }

    /**
     * Refuses with {@code identity.moved} where the identity is not any more as it was seen: the
     * caller looks again.
     */
    @CommandHandler
    boolean handle(WriteIdentity command) {
        claims.move(command.identity(), command.held(), command.wanted(), command.now());
        if (command.seen() != null) {
            resetGuards(command);
        }
        return aggregates.with(
                Identity.TYPE,
                Identity.stream(command.identity()),
                identity -> {
                    requireUnmoved(command, identity.state());
                    return write(command, identity);
                });
    }

    private static boolean write(WriteIdentity command, Identity identity) {
        identity.record(command.events());
        command.intents().forEach(intent -> change(identity, intent));
        Boolean active = command.active();
        if (active != null) {
            identity.record(IdentityDecisions.turn(identity.state(), active, command.now()));
        }
        return true;
    }

    private static void change(Identity identity, CredentialIntent intent) {
        Registered somebody = IdentityDecisions.known(identity.state());
        switch (intent.decide(somebody.credential(intent.method()))) {
            case CredentialIntent.Changed changed -> identity.record(changed.events());
            case CredentialIntent.Impossible impossible ->
                    throw new Refused(
                            "credential.impossible",
                            "credentials.%s: %s"
                                    .formatted(
                                            intent.method(),
                                            impossible.problem().message().text()));
        }
    }

    private static void requireUnmoved(WriteIdentity command, IdentityState state) {
        Registered seen = command.seen();
        if (seen == null) {
            if (!(state instanceof IdentityState.None)) {
                throw new Refused("identity.exists", "an identity with this id exists");
            }
            return;
        }
        Registered now = IdentityDecisions.known(state);
        if (!now.profile().equals(seen.profile())
                || !now.extras().equals(seen.extras())
                || !now.credentialNames().equals(seen.credentialNames())
                || now.life().active() != seen.life().active()) {
            throw new Refused("identity.moved", "the identity was changed meanwhile");
        }
    }

    /**
     * A credential that is bound anew starts with a clean count (NIST SP 800-63B 3.2.2). Guards in
     * the order in which streams are loaded.
     */
    private void resetGuards(WriteIdentity command) {
        command.intents().stream()
                .map(CredentialIntent::method)
                .distinct()
                .sorted(Comparator.comparing(method -> Guard.stream(command.identity(), method)))
                .forEach(method -> resetGuard(command, method));
    }

    private void resetGuard(WriteIdentity command, MethodId method) {
        aggregates.with(
                Guard.TYPE,
                Guard.stream(command.identity(), method),
                guard -> {
                    guard.record(
                            GuardDecisions.reset(
                                    guard.state(),
                                    command.identity(),
                                    method,
                                    GuardEvent.Reason.BOUND_ANEW,
                                    command.now()));
                    return true;
                });
    }
}
