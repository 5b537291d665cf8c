package dev.bonafide.method;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.identity.Identifier;
import dev.bonafide.identity.Identity;
import dev.bonafide.identity.IdentityDecisions;
import dev.bonafide.identity.IdentityEvent;
import dev.bonafide.identity.IdentityState.Profile;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Proof;
import dev.bonafide.log.Aggregates;
import dev.bonafide.log.Handler;
import dev.bonafide.method.Evidence.Given;
import dev.bonafide.method.MethodCommand.NewSession;
import dev.bonafide.method.MethodCommand.RegisterIdentity;
import dev.bonafide.session.Session;
import dev.bonafide.session.SessionDecisions;
import dev.bonafide.session.SessionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;

/**
 * The handler of {@link RegisterIdentity}: flow, identifiers, identity, credential and session in
 * one commit.
 */
public final class RegistrationHandler implements Handler {
    private final Aggregates aggregates;
    private final Claims claims;

    public RegistrationHandler(Aggregates aggregates) {
        this.aggregates = aggregates;
        this.claims = new Claims(aggregates);
    }

    @CommandHandler
    IdentityId handle(RegisterIdentity command) {
        IdentityId id = command.newcomer().id();
        aggregates.with(
                Use.TYPE,
                Use.stream(command.flow()),
                use -> {
                    use.complete(command.flow(), command.now());
                    return true;
                });
        claims.move(id, List.of(), names(command), command.now());
        return aggregates.with(
                Identity.TYPE,
                Identity.stream(id),
                identity -> {
                    register(command, identity);
                    if (command.session() != null) {
                        start(command, command.session());
                    }
                    return id;
                });
    }

    /** Login identifiers, and the names that the first credential holds. */
    private static List<Identifier> names(RegisterIdentity command) {
        CredentialState held = null;
        for (CredentialEvent event : command.enrolment().events()) {
            held = event.apply(held);
        }
        List<Identifier> names = new ArrayList<>(command.newcomer().profile().identifiers());
        if (held != null) {
            names.addAll(Identifier.ofCredentials(Map.of(command.method(), held)));
        }
        return names;
    }

    private static void register(RegisterIdentity command, Identity identity) {
        IdentityId id = command.newcomer().id();
        Profile profile = command.newcomer().profile();
        IdentityEvent.Registered registered =
                new IdentityEvent.Registered(
                        id,
                        profile.schema(),
                        profile.traits(),
                        profile.identifiers(),
                        command.now());
        identity.record(IdentityDecisions.register(identity.state(), registered));
        identity.record(command.enrolment().events());
    }

    private void start(RegisterIdentity command, NewSession fresh) {
        Given given = command.enrolment().given();
        Proof proof =
                new Proof(
                        command.method(),
                        given.aal(),
                        given.channels(),
                        given.lineage(),
                        command.now(),
                        given.upstream());
        SessionEvent.Started started =
                new SessionEvent.Started(
                        fresh.id(),
                        command.newcomer().id(),
                        0,
                        fresh.expiresAt(),
                        fresh.device(),
                        command.now());
        aggregates.with(
                Session.TYPE,
                Session.stream(fresh.id()),
                session -> {
                    session.record(SessionDecisions.start(started, proof, fresh.tokenHash()));
                    return true;
                });
    }
}
