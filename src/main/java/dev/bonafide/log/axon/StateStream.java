package dev.bonafide.log.axon;

import java.util.NoSuchElementException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/**
 * What Axon gets instead of an aggregate's events: one message with the state folded so far, which
 * the factory looks at and nobody handles.
 */
final class StateStream implements DomainEventStream {
    private final DomainEventMessage<?> state;
    private boolean seen;

    StateStream(DomainEventMessage<?> state) {
        this.state = state;
    }

    @Override
    public boolean hasNext() {
        return !seen;
    }

    @Override
    public DomainEventMessage<?> next() {
        if (seen) {
            throw new NoSuchElementException();
        }
        return peek();
    }

    @Override
    public DomainEventMessage<?> peek() {
        seen = true;
        return state;
    }

    @Override
    public Long getLastSequenceNumber() {
        return state.getSequenceNumber();
    }
}
