package dev.bonafide.log.example;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.Sealer;
import dev.bonafide.log.EventLog;
import dev.bonafide.log.EventTypes;
import dev.bonafide.log.Projection;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A node over the examples. */
public final class Example {
    /** Writes the text as it is, which the vault never does. */
    public static final Sealer SEALER =
            (value, place) ->
                    new Sealed.Closed(
                            value.owner(), 1, place, value.text().getBytes(StandardCharsets.UTF_8));

    public static final EventTypes EVENTS =
            () ->
                    List.of(
                            TallyEvent.Raised.class,
                            TallyEvent.Closed.class,
                            NoteEvent.Written.class);

    private Example() {}

    public static EventLog.Node node(Clock clock) {
        return new EventLog.Node(clock, Entropy.system(), SEALER, 1);
    }

    public static EventLog.Model model() {
        return new EventLog.Model(List.of(EVENTS), List.of(), List.of(Tally.TYPE, Note.TYPE));
    }

    public static EventLog open(Store store) {
        return EventLog.open(
                store,
                node(new FakeClock()),
                model(),
                new EventLog.Settings(Duration.ofSeconds(30), Duration.ofMillis(20), 1_000));
    }

    public static EventLog start(Store store, Projection... projections) {
        EventLog log = open(store);
        log.start(List.of(new ExampleHandler(log.aggregates())), List.of(projections));
        return log;
    }
}
