package dev.bonafide.log.example;

import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.log.Command;
import java.util.Optional;
import java.util.Set;

/** What can be asked of the examples. */
public sealed interface ExampleCommand<A> extends Command<A> {
    /** Answers the new total. */
    record RaiseTally(long tally, int by) implements ExampleCommand<Integer> {}

    /** Answers -1 instead of trying again. */
    record GuessOnce(long tally) implements ExampleCommand<Integer> {
        @Override
        public Optional<Integer> answerIfMoved(Set<StreamId> moved) {
            return Optional.of(-1);
        }
    }

    record LookAtTally(long tally) implements ExampleCommand<Integer> {}

    record CloseTally(long tally) implements ExampleCommand<Boolean> {}

    /** Raises the tally and writes down what it was: two streams, one commit. */
    record WriteNote(long tally, long note, Sealed text) implements ExampleCommand<Integer> {}

    /** Writes down what the tally is, and leaves it. */
    record CopyTally(long tally, long note, Sealed text) implements ExampleCommand<Integer> {}

    /** Loads in an order in which nobody may. */
    record LoadBackwards(long tally, long note) implements ExampleCommand<Boolean> {}

    /** Raises, then fails with something checked. */
    record FailChecked(long tally) implements ExampleCommand<Boolean> {}
}
