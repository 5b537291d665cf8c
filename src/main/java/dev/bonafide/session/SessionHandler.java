package dev.bonafide.session;

import dev.bonafide.identity.Identity;
import dev.bonafide.identity.IdentityDecisions;
import dev.bonafide.identity.IdentityEvent;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.Aggregates;
import dev.bonafide.log.Handler;
import dev.bonafide.session.SessionCommand.EndOtherSessions;
import dev.bonafide.session.SessionCommand.ExtendSession;
import dev.bonafide.session.SessionCommand.RevokeOwnSession;
import dev.bonafide.session.SessionCommand.RevokeSession;
import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;

/** Axon's handlers for {@link SessionCommand}s: load, decide, record. */
public final class SessionHandler implements Handler {
    private final Aggregates aggregates;

    public SessionHandler(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @CommandHandler
    boolean handle(RevokeSession command) {
        return record(
                command.session(),
                state -> SessionDecisions.revoke(state, command.cause(), command.now()));
    }

    @CommandHandler
    boolean handle(RevokeOwnSession command) {
        return record(
                command.session(),
                state -> {
                    boolean own =
                            state instanceof SessionState.Started started
                                    && started.identity().equals(command.identity());
                    return own
                            ? SessionDecisions.revoke(
                                    state, SessionEvent.Cause.OWNER, command.now())
                            : List.of();
                });
    }

    /**
     * One event for all of them, however many: the identity's epoch rises, and this session says
     * that it goes on.
     */
    @CommandHandler
    boolean handle(EndOtherSessions command) {
        return aggregates.with(
                Identity.TYPE,
                Identity.stream(command.identity()),
                identity ->
                        record(
                                command.kept(),
                                state -> {
                                    Standing standing =
                                            SessionDecisions.acting(
                                                    state,
                                                    identity.state(),
                                                    command.tokenHash(),
                                                    command.now());
                                    identity.record(
                                            IdentityDecisions.endSessions(
                                                    standing.identity(),
                                                    IdentityEvent.Cause.OWNER,
                                                    command.now()));
                                    long epoch = IdentityDecisions.known(identity.state()).epoch();
                                    return SessionDecisions.keep(
                                            standing.session(), epoch, command.now());
                                }));
    }

    @CommandHandler
    boolean handle(ExtendSession command) {
        return aggregates.with(
                Identity.TYPE,
                Identity.stream(command.identity()),
                identity ->
                        record(
                                command.session(),
                                state -> {
                                    Standing standing =
                                            SessionDecisions.active(
                                                    state, identity.state(), command.now());
                                    return SessionDecisions.extend(
                                            standing.session(),
                                            command.lifespan(),
                                            command.within(),
                                            command.now());
                                }));
    }

    private boolean record(SessionId id, Function<SessionState, List<SessionEvent>> decision) {
        return aggregates.with(
                Session.TYPE,
                Session.stream(id),
                session -> {
                    List<SessionEvent> events = decision.apply(session.state());
                    session.record(events);
                    return !events.isEmpty();
                });
    }
}
