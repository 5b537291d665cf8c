package dev.bonafide.log;

import dev.bonafide.kernel.StreamId;
import java.util.List;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;

/**
 * Base of the thin Axon shells: holds the state, records what a pure decision returned. A shell
 * adds one {@code @EventSourcingHandler} that evolves the state for the whole family of its events.
 */
public abstract class Root<S> {
    private final String stream;
    private S state;

    protected Root(StreamId stream, S state) {
        this.stream = stream.hex();
        this.state = state;
    }

    /** The stream's id in hexadecimal, which is how Axon names an aggregate. */
    @AggregateIdentifier
    public final String stream() {
        return stream;
    }

    public final S state() {
        return state;
    }

    protected final void become(S next) {
        state = next;
    }

    /** Stages the events for the commit of this unit of work and evolves the state by each. */
    public final void record(List<?> events) {
        events.forEach(AggregateLifecycle::apply);
    }
}
