package dev.bonafide.log.example;

import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.StreamKind;
import dev.bonafide.log.AggregateType;
import dev.bonafide.log.Fold;
import dev.bonafide.log.Root;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** A number that rises until it is closed. */
public final class Tally extends Root<Tally.State> {
    /** What is known of a tally. */
    public record State(int total, boolean closed) {
        State evolve(TallyEvent event) {
            return switch (event) {
                case TallyEvent.Raised(int by) -> new State(total + by, closed);
                case TallyEvent.Closed() -> new State(total, true);
            };
        }
    }

    public static final Fold<State> FOLD =
            Fold.of(
                    StreamKind.GUARD,
                    new State(0, false),
                    (state, event) -> state.evolve((TallyEvent) event));
    public static final AggregateType<Tally, State> TYPE =
            new AggregateType<>(Tally.class, FOLD, Tally::new);

    Tally(StreamId stream, State state) {
        super(stream, state);
    }

    public static StreamId stream(long number) {
        return StreamId.of(StreamKind.GUARD, new UUID(0, number));
    }

    int raise(int by) {
        if (state().closed()) {
            throw new Refused("tally.closed", "no more");
        }
        record(List.of(new TallyEvent.Raised(by)));
        return state().total();
    }

    void close() {
        record(List.of(new TallyEvent.Closed()));
    }

    @EventSourcingHandler
    void on(TallyEvent event) {
        become(state().evolve(event));
    }
}
