package dev.bonafide.log.example;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.StreamKind;
import dev.bonafide.log.AggregateType;
import dev.bonafide.log.Fold;
import dev.bonafide.log.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** Lines, each with what a tally was when it was written. */
public final class Note extends Root<List<NoteEvent.Written>> {
    public static final Fold<List<NoteEvent.Written>> FOLD =
            Fold.of(StreamKind.IDENTITY, List.of(), Note::and);
    public static final AggregateType<Note, List<NoteEvent.Written>> TYPE =
            new AggregateType<>(Note.class, FOLD, Note::new);

    Note(StreamId stream, List<NoteEvent.Written> lines) {
        super(stream, lines);
    }

    public static StreamId stream(long number) {
        return StreamId.of(StreamKind.IDENTITY, new UUID(0, number));
    }

    private static List<NoteEvent.Written> and(List<NoteEvent.Written> lines, Object event) {
        List<NoteEvent.Written> more = new ArrayList<>(lines);
        more.add((NoteEvent.Written) event);
        return List.copyOf(more);
    }

    void write(NoteEvent.Written line) {
        record(List.of(line));
    }

    @EventSourcingHandler
    void on(NoteEvent event) {
        become(and(state(), event));
    }
}
