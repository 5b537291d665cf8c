package dev.bonafide.log;

import dev.bonafide.kernel.StreamId;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
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
        handle().ifPresentOrElse(own -> own.execute(_ -> apply(events)), () -> apply(events));
    }

    private static void apply(List<?> events) {
        events.forEach(AggregateLifecycle::apply);
    }

    /**
     * Axon's handle of this shell, which {@link Aggregates} leaves in the unit of work. Without it
     * an event would go to whatever aggregate is being worked with, which, where several are worked
     * with inside one another, is the innermost and not this one.
     */
    private Optional<Aggregate<?>> handle() {
        return CurrentUnitOfWork.map(work -> work.root().<Aggregate<?>>getResource(stream));
    }
}
