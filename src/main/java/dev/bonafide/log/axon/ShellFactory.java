package dev.bonafide.log.axon;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.log.AggregateType;
import dev.bonafide.log.Root;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;

/** Makes shells over folded state. */
final class ShellFactory<A extends Root<S>, S> extends AbstractAggregateFactory<A> {
    private final AggregateType<A, S> type;

    ShellFactory(AggregateType<A, S> type) {
        super(type.shell());
        this.type = type;
    }

    @Override
    @SuppressWarnings({
        "unchecked",
        "rawtypes"
    }) // Axon's signature; the store put this fold's state
    protected A doCreateAggregate(String stream, DomainEventMessage state) {
        return type.create().apply(StreamId.ofHex(stream), (S) state.getPayload());
    }
}
