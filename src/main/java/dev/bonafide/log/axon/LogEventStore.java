package dev.bonafide.log.axon;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.StreamKind;
import dev.bonafide.log.AggregateType;
import dev.bonafide.log.Fold;
import dev.bonafide.log.Folded;
import dev.bonafide.log.Folds;
import dev.bonafide.log.commit.Read;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.AbstractEventBus;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store over the log: aggregates begin from the live fold's state, and the events of a
 * unit of work are appended as one commit in its commit phase. Nothing subscribes or streams here;
 * readers of the log do.
 */
public final class LogEventStore extends AbstractEventBus implements EventStore {
    private final Folds folds;
    private final Map<StreamKind, Fold<?>> states;
    private final CommitStep step;

    private static final class Plain extends AbstractEventBus.Builder {}

    /** {@link IllegalStateException} if two types share a kind of stream. */
    public LogEventStore(Folds folds, List<AggregateType<?, ?>> types, CommitStep step) {
        super(new Plain());
        this.folds = folds;
        this.step = step;
        this.states =
                types.stream()
                        .<Fold<?>>map(AggregateType::fold)
                        .collect(Collectors.toMap(Fold::kind, fold -> fold));
    }

    /** The read hook: what is loaded here is what the commit is checked against. */
    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        StreamId stream = StreamId.ofHex(aggregateIdentifier);
        Folded<?> folded = folds.read(state(stream.kind()), stream);
        Sending.current().note(new Read(stream, folded.sequence(), folded.position()));
        return new StateStream(
                new GenericDomainEventMessage<>(
                        stream.kind().name(),
                        aggregateIdentifier,
                        folded.sequence(),
                        folded.state()));
    }

    private Fold<?> state(StreamKind kind) {
        return Optional.<Fold<?>>ofNullable(states.get(kind))
                .orElseThrow(
                        () -> new IllegalStateException("no aggregate has streams of " + kind));
    }

    @Override
    protected void commit(List<? extends EventMessage<?>> events) {
        step.commit(events, Sending.current());
    }

    @Override
    public Registration subscribe(Consumer<List<? extends EventMessage<?>>> eventProcessor) {
        throw none();
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(
            @Nullable TrackingToken trackingToken) {
        throw none();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw none();
    }

    private static UnsupportedOperationException none() {
        return new UnsupportedOperationException("the log's own readers do this");
    }
}
