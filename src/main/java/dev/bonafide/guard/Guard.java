package dev.bonafide.guard;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.StreamKind;
import dev.bonafide.log.AggregateType;
import dev.bonafide.log.Fold;
import dev.bonafide.log.Root;
import java.nio.charset.StandardCharsets;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** Axon's shell around {@link GuardState}; stream named by identity and method. */
public final class Guard extends Root<GuardState> {
    /** How the stream folds. */
    public static final Fold<GuardState> FOLD =
            Fold.of(
                    StreamKind.GUARD,
                    GuardState.CLEAR,
                    (state, event) -> state.evolve((GuardEvent) event));

    public static final AggregateType<Guard, GuardState> TYPE =
            new AggregateType<>(Guard.class, FOLD, Guard::new);

    Guard(StreamId stream, GuardState state) {
        super(stream, state);
    }

    public static StreamId stream(IdentityId identity, MethodId method) {
        return StreamId.of(StreamKind.GUARD, identity.value(), method.value());
    }

    /** Where guesses about identifiers that are nobody's are summed up. */
    static StreamId nobody() {
        return StreamId.of(StreamKind.GUARD, "nobody".getBytes(StandardCharsets.US_ASCII));
    }

    @EventSourcingHandler
    void on(GuardEvent event) {
        become(state().evolve(event));
    }
}
