package dev.bonafide.session;

import dev.bonafide.kernel.SessionId;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.StreamKind;
import dev.bonafide.log.AggregateType;
import dev.bonafide.log.Fold;
import dev.bonafide.log.Root;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** Axon's shell around {@link SessionState}. */
public final class Session extends Root<SessionState> {
    /** How the stream folds. */
    public static final Fold<SessionState> FOLD =
            Fold.of(
                    StreamKind.SESSION,
                    new SessionState.None(),
                    (state, event) -> state.evolve((SessionEvent) event));

    public static final AggregateType<Session, SessionState> TYPE =
            new AggregateType<>(Session.class, FOLD, Session::new);

    Session(StreamId stream, SessionState state) {
        super(stream, state);
    }

    public static StreamId stream(SessionId id) {
        return StreamId.of(StreamKind.SESSION, id.value());
    }

    @EventSourcingHandler
    void on(SessionEvent event) {
        become(state().evolve(event));
    }
}
