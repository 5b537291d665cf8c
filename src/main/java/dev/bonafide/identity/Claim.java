package dev.bonafide.identity;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.StreamKind;
import dev.bonafide.log.AggregateType;
import dev.bonafide.log.Fold;
import dev.bonafide.log.Root;
import java.util.HexFormat;
import org.axonframework.eventsourcing.EventSourcingHandler;

/**
 * Axon's shell around {@link ClaimState}: one login identifier, in one namespace for all methods.
 */
public final class Claim extends Root<ClaimState> {
    /** How the stream folds. */
    public static final Fold<ClaimState> FOLD =
            Fold.of(
                    StreamKind.CLAIM,
                    new ClaimState.Free(),
                    (state, event) -> state.evolve((ClaimEvent) event));

    public static final AggregateType<Claim, ClaimState> TYPE =
            new AggregateType<>(Claim.class, FOLD, Claim::new);

    Claim(StreamId stream, ClaimState state) {
        super(stream, state);
    }

    /** The stream of an identifier's hash (lower-case hex). */
    public static StreamId stream(String hash) {
        return StreamId.of(StreamKind.CLAIM, HexFormat.of().parseHex(hash));
    }

    @EventSourcingHandler
    void on(ClaimEvent event) {
        become(state().evolve(event));
    }
}
