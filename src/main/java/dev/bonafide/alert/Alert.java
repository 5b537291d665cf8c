package dev.bonafide.alert;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.StreamKind;
import dev.bonafide.log.AggregateType;
import dev.bonafide.log.Fold;
import dev.bonafide.log.Root;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.axonframework.eventsourcing.EventSourcingHandler;

/**
 * The alert about one cause by one rule: a stream named by both, whose first event is the claim.
 * The state is whether it was raised.
 */
public final class Alert extends Root<Boolean> {
    /** How the stream folds. */
    public static final Fold<Boolean> FOLD =
            Fold.of(StreamKind.ALERT, false, (raised, event) -> true);

    public static final AggregateType<Alert, Boolean> TYPE =
            new AggregateType<>(Alert.class, FOLD, Alert::new);

    Alert(StreamId stream, Boolean raised) {
        super(stream, raised);
    }

    /**
     * {@code cause} is the id of an event.
     *
     * <p>{@link IllegalArgumentException} if it is none.
     */
    public static StreamId stream(String cause, AlertEvent.Rule rule) {
        String name = rule.name().toLowerCase(Locale.ROOT);
        return StreamId.of(StreamKind.ALERT, UUID.fromString(cause), name);
    }

    /** Answers whether it is raised now, and was not before. */
    boolean raise(AlertEvent.Raised raised) {
        boolean first = !state();
        record(first ? List.of(raised) : List.of());
        return first;
    }

    @EventSourcingHandler
    void on(AlertEvent event) {
        become(true);
    }
}
