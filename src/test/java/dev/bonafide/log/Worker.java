package dev.bonafide.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.example.ExampleCommand.RaiseTally;
import dev.bonafide.log.example.Tally;
import java.util.Random;

/** A client of one node: raises tallies and reads them, and notes what it was told. */
final class Worker {
    private final LiveNode node;
    private final Books books;
    private final Random random;

    Worker(LiveNode node, Books books, long seed) {
        this.node = node;
        this.books = books;
        this.random = new Random(seed);
    }

    boolean work() {
        while (!books.full()) {
            int tally = random.nextInt(Books.TALLIES);
            if (random.nextInt(4) == 0) {
                read(tally);
            } else {
                raise(tally);
            }
        }
        return true;
    }

    private void raise(int tally) {
        try {
            node.log().commands().send(new RaiseTally(tally, 1), Meta.system());
            books.acknowledge(tally);
        } catch (Unavailable e) {
            if (!String.valueOf(e.getMessage()).startsWith("not done")) {
                books.unknown(tally);
            }
        }
    }

    /** Whatever was acknowledged before, by whichever node, is in it. */
    private void read(int tally) {
        int least = books.acknowledged(tally);
        EventLog log = node.log();
        try {
            log.folds().strong();
            assertThat(log.folds().read(Tally.FOLD, Tally.stream(tally)).state().total())
                    .as("a strong read of tally %s at node %s", tally, node.number())
                    .isGreaterThanOrEqualTo(least);
        } catch (Unavailable e) {
            // never an older answer
        }
    }
}
