package dev.bonafide.log;

import dev.bonafide.kernel.StreamId;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.test.aggregate.AggregateTestFixture;

/** Axon's test fixture for a shell and the handlers that work with it: given, when, expect. */
public final class ShellFixture {
    private ShellFixture() {}

    /** A fixture over the type; register handlers with its {@link #aggregates}. */
    public static <A extends Root<S>, S> AggregateTestFixture<A> of(AggregateType<A, S> type) {
        AggregateTestFixture<A> fixture = new AggregateTestFixture<>(type.shell());
        fixture.registerAggregateFactory(new Factory<>(type));
        return fixture;
    }

    /** What a handler under test takes; it knows this one type. */
    public static Aggregates aggregates(AggregateTestFixture<?> fixture) {
        return new OneType(fixture);
    }

    private static <A extends Root<S>, S> A initial(AggregateType<A, S> type, String stream) {
        return type.create().apply(StreamId.ofHex(stream), type.fold().initial());
    }

    private static final class Factory<A extends Root<S>, S> extends AbstractAggregateFactory<A> {
        private final AggregateType<A, S> type;

        Factory(AggregateType<A, S> type) {
            super(type.shell());
            this.type = type;
        }

        @Override
        @SuppressWarnings("rawtypes") // Axon's signature
        protected A doCreateAggregate(String stream, DomainEventMessage first) {
            return initial(type, stream);
        }
    }

    private record OneType(AggregateTestFixture<?> fixture) implements Aggregates {
        @Override
        public <A extends Root<S>, S, R> R with(
                AggregateType<A, S> type, StreamId stream, Function<A, R> work) {
            return load(type, stream.hex()).invoke(work);
        }

        @SuppressWarnings("unchecked") // the fixture was made for this shell
        private <A extends Root<S>, S> Aggregate<A> load(AggregateType<A, S> type, String stream) {
            try {
                return ((AggregateTestFixture<A>) fixture)
                        .getRepository()
                        .loadOrCreate(stream, () -> initial(type, stream));
            } catch (Exception e) { // Axon's signature
                throw new IllegalStateException(e);
            }
        }
    }
}
