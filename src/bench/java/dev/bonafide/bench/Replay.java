package dev.bonafide.bench;

import dev.bonafide.log.Projection;
import dev.bonafide.log.example.TallyEvent;
import dev.bonafide.store.Commit;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** A view built anew from the whole log, against a cursor that parses the same JSON. */
final class Replay implements Measure {
    private static final int COMMITS = 40_000;
    private static final int ROUNDS = 5;

    @Override
    public String title() {
        return "replay into a projection : raw cursor that parses the JSON";
    }

    @Override
    public String bar() {
        return "≥ 0.6";
    }

    @Override
    public Figure take() throws Exception {
        Sum sum = new Sum();
        try (Folders folders = new Folders();
                Tallies tallies = new Tallies(folders.file("log.db"), sum);
                Raw raw = new Raw(folders.file("raw.db"))) {
            tallies.raise(COMMITS, 64);
            copy(tallies, raw);
            return Turns.take(
                            ROUNDS,
                            () -> rebuilt(tallies, sum),
                            () -> Appends.rate(COMMITS, raw::readAll))
                    .figure("commits a second");
        }
    }

    private static double rebuilt(Tallies tallies, Sum sum) throws Exception {
        double rate =
                Appends.rate(COMMITS, () -> tallies.log().projections().rebuild(sum.name()));
        if (sum.total != COMMITS) {
            throw new IllegalStateException("the view saw " + sum.total + " of " + COMMITS);
        }
        return rate;
    }

    private static void copy(Tallies tallies, Raw raw) throws Exception {
        long after = 1;
        List<Commit> commits = tallies.store().log().read(after, 500);
        while (!commits.isEmpty()) {
            raw.insert(commits, 500);
            after = commits.getLast().last();
            commits = tallies.store().log().read(after, 500);
        }
    }

    /** A view that costs nothing itself. */
    static final class Sum implements Projection {
        private volatile long total;

        @Override
        public String name() {
            return "sum-1";
        }

        @Override
        public void clear() {
            total = 0;
        }

        @EventHandler
        @SuppressWarnings("NonAtomicVolatileUpdate") // one reader writes it
        void on(TallyEvent.Raised event) {
            total += event.by();
        }
    }
}
