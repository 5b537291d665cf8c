package dev.bonafide.log.example;

import dev.bonafide.log.Aggregates;
import dev.bonafide.log.example.ExampleCommand.CloseTally;
import dev.bonafide.log.example.ExampleCommand.CopyTally;
import dev.bonafide.log.example.ExampleCommand.FailChecked;
import dev.bonafide.log.example.ExampleCommand.GuessOnce;
import dev.bonafide.log.example.ExampleCommand.LoadBackwards;
import dev.bonafide.log.example.ExampleCommand.LookAtTally;
import dev.bonafide.log.example.ExampleCommand.RaiseTally;
import dev.bonafide.log.example.ExampleCommand.WriteNote;
import java.io.IOException;
import org.axonframework.commandhandling.CommandHandler;

/** Handlers in the way of the rooms: plain beans over {@link Aggregates}. */
public final class ExampleHandler {
    private final Aggregates aggregates;

    public ExampleHandler(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @CommandHandler
    int handle(RaiseTally command) {
        return aggregates.with(
                Tally.TYPE, Tally.stream(command.tally()), tally -> tally.raise(command.by()));
    }

    @CommandHandler
    int handle(GuessOnce command) {
        return aggregates.with(Tally.TYPE, Tally.stream(command.tally()), tally -> tally.raise(1));
    }

    @CommandHandler
    int handle(LookAtTally command) {
        return aggregates.with(
                Tally.TYPE, Tally.stream(command.tally()), tally -> tally.state().total());
    }

    @CommandHandler
    boolean handle(CloseTally command) {
        return aggregates.with(
                Tally.TYPE,
                Tally.stream(command.tally()),
                tally -> {
                    tally.close();
                    return true;
                });
    }

    /** Nested, and recorded from the inside out. */
    @CommandHandler
    int handle(WriteNote command) {
        return aggregates.with(
                Tally.TYPE,
                Tally.stream(command.tally()),
                tally ->
                        aggregates.with(
                                Note.TYPE,
                                Note.stream(command.note()),
                                note -> {
                                    int before = tally.state().total();
                                    tally.raise(1);
                                    note.write(new NoteEvent.Written(command.text(), before));
                                    return before;
                                }));
    }

    @CommandHandler
    int handle(CopyTally command) {
        return aggregates.with(
                Tally.TYPE,
                Tally.stream(command.tally()),
                tally ->
                        aggregates.with(
                                Note.TYPE,
                                Note.stream(command.note()),
                                note -> {
                                    int total = tally.state().total();
                                    note.write(new NoteEvent.Written(command.text(), total));
                                    return total;
                                }));
    }

    @CommandHandler
    boolean handle(LoadBackwards command) {
        return aggregates.with(
                Note.TYPE,
                Note.stream(command.note()),
                note -> aggregates.with(Tally.TYPE, Tally.stream(command.tally()), tally -> true));
    }

    @CommandHandler
    boolean handle(FailChecked command) throws IOException {
        aggregates.with(Tally.TYPE, Tally.stream(command.tally()), tally -> tally.raise(1));
        throw new IOException("checked");
    }
}
