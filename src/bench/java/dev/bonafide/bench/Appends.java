package dev.bonafide.bench;

import dev.bonafide.store.Commit;
import java.util.ArrayList;
import java.util.List;

/** Commands through the gateway, 64 at a time, against plainer ways to write as much. */
final class Appends implements Measure {
    private static final int AT_A_TIME = 64;
    private static final int ROUNDS = 7;
    private static final int COMMANDS = 4_000;

    private final Against against;

    Appends(Against against) {
        this.against = against;
    }

    /** The other side. */
    enum Against {
        /** The same gateway, one command at a time: a durable transaction each. */
        ONE_BY_ONE,
        /** The bodies of the same commits, by JDBC, in batches of 64. */
        RAW_BATCHES
    }

    @Override
    public String title() {
        return switch (against) {
            case ONE_BY_ONE -> "appends through the gateway at 64 at a time : one transaction each";
            case RAW_BATCHES ->
                    "appends through the gateway at 64 at a time : raw insert of the same bytes, 64 a transaction";
        };
    }

    @Override
    public String bar() {
        return against == Against.ONE_BY_ONE ? "≥ 5" : "≥ 0.6";
    }

    @Override
    public Figure take() throws Exception {
        try (Folders folders = new Folders();
                Tallies tallies = new Tallies(folders.file("log.db"));
                Raw raw = new Raw(folders.file("raw.db"))) {
            tallies.raise(5 * COMMANDS, AT_A_TIME);
            List<Commit> commits = commits(tallies);
            return Turns.take(
                            ROUNDS,
                            () -> rate(COMMANDS, () -> tallies.raise(COMMANDS, AT_A_TIME)),
                            () -> other(tallies, raw, commits))
                    .figure("a second");
        }
    }

    private double other(Tallies tallies, Raw raw, List<Commit> commits) throws Exception {
        return switch (against) {
            case ONE_BY_ONE -> rate(COMMANDS / 8, () -> tallies.raise(COMMANDS / 8, 1));
            case RAW_BATCHES -> rate(commits.size(), () -> raw.insert(commits, AT_A_TIME));
        };
    }

    private static List<Commit> commits(Tallies tallies) {
        List<Commit> commits = new ArrayList<>();
        long after = 1;
        while (commits.size() < COMMANDS) {
            List<Commit> more = tallies.store().log().read(after, 500);
            commits.addAll(more);
            after = more.getLast().last();
        }
        return commits;
    }

    /** Something to do that can fail in any way. */
    interface Work {
        void run() throws Exception;
    }

    /** How many a second. */
    static double rate(int count, Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return count * 1e9 / (System.nanoTime() - begin);
    }
}
