package dev.bonafide.method;

import dev.bonafide.kernel.FlowId;
import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.StreamKind;
import dev.bonafide.log.AggregateType;
import dev.bonafide.log.Fold;
import dev.bonafide.log.Root;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;

/**
 * The use of a flow: a stream named by its id, whose first event is the claim. The state is whether
 * it was used.
 */
public final class Use extends Root<Boolean> {
    /** How the stream folds. */
    public static final Fold<Boolean> FOLD = Fold.of(StreamKind.USE, false, (used, event) -> true);

    public static final AggregateType<Use, Boolean> TYPE =
            new AggregateType<>(Use.class, FOLD, Use::new);

    Use(StreamId stream, Boolean used) {
        super(stream, used);
    }

    public static StreamId stream(FlowId flow) {
        return StreamId.of(StreamKind.USE, flow.value());
    }

    /**
     * Uses it.
     *
     * @throws Refused {@code flow.used} if it was used before
     */
    void complete(FlowId flow, Instant now) {
        requireUnused();
        record(List.of(new UseEvent.FlowCompleted(flow, now)));
    }

    void requireUnused() {
        if (state()) {
            throw new Refused("flow.used", "the flow was completed before");
        }
    }

    @EventSourcingHandler
    void on(UseEvent event) {
        become(true);
    }
}
