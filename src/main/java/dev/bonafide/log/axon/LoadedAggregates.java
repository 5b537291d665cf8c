package dev.bonafide.log.axon;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.log.AggregateType;
import dev.bonafide.log.Aggregates;
import dev.bonafide.log.Root;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Aggregates through Axon's repositories. Each stays locked until its unit of work ends; of many
 * commands over one aggregate on this node one runs and the others wait, which costs less than to
 * try them all and refuse all but one.
 */
public final class LoadedAggregates implements Aggregates {
    // of 10 ms each
    private static final int LOCK_ATTEMPTS_MAX = 1_000;

    private final Map<AggregateType<?, ?>, Repository<?>> repositories = new HashMap<>();

    public LoadedAggregates(EventStore store, List<AggregateType<?, ?>> types) {
        LockFactory locks =
                PessimisticLockFactory.builder().acquireAttempts(LOCK_ATTEMPTS_MAX).build();
        types.forEach(type -> repositories.put(type, repository(type, store, locks)));
    }

    private static <A extends Root<S>, S> Repository<A> repository(
            AggregateType<A, S> type, EventStore store, LockFactory locks) {
        return EventSourcingRepository.builder(type.shell())
                .eventStore(store)
                .aggregateFactory(new ShellFactory<>(type))
                .lockFactory(locks)
                .build();
    }

    @Override
    public <A extends Root<S>, S, R> R with(
            AggregateType<A, S> type, StreamId stream, Function<A, R> work) {
        if (type.fold().kind() != stream.kind()) {
            throw new IllegalArgumentException(type.shell() + " has no stream like " + stream);
        }
        Sending.current().expect(stream);
        Aggregate<A> aggregate = repository(type).load(stream.hex());
        // where Root finds it
        CurrentUnitOfWork.get().root().resources().put(stream.hex(), aggregate);
        return aggregate.invoke(work);
    }

    @SuppressWarnings("unchecked") // entered under the type that it was built for
    private <A extends Root<S>, S> Repository<A> repository(AggregateType<A, S> type) {
        Repository<?> found = repositories.get(type);
        if (found == null) {
            throw new IllegalStateException(
                    type.shell() + " is not among the registered aggregates");
        }
        return (Repository<A>) found;
    }
}
