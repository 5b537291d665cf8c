package dev.bonafide.identity;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.StreamKind;
import dev.bonafide.log.AggregateType;
import dev.bonafide.log.Fold;
import dev.bonafide.log.Root;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** Axon's shell around {@link IdentityState}. */
public final class Identity extends Root<IdentityState> {
    /** How the stream folds. */
    public static final Fold<IdentityState> FOLD =
            Fold.of(StreamKind.IDENTITY, new IdentityState.None(), IdentityState::evolve);

    public static final AggregateType<Identity, IdentityState> TYPE =
            new AggregateType<>(Identity.class, FOLD, Identity::new);

    Identity(StreamId stream, IdentityState state) {
        super(stream, state);
    }

    public static StreamId stream(IdentityId id) {
        return StreamId.of(StreamKind.IDENTITY, id.value());
    }

    @EventSourcingHandler
    void on(IdentityEvent event) {
        become(state().evolve(event));
    }

    @EventSourcingHandler
    void on(CredentialEvent event) {
        become(state().evolve(event));
    }
}
