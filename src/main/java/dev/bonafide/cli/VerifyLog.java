package dev.bonafide.cli;

import dev.bonafide.config.StoreSettings;
import dev.bonafide.log.LogVerifier;
import dev.bonafide.store.LogStore;
import dev.bonafide.store.Stores;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Checks a log without the server, also beside one that is running: the store's own structure, then
 * every commit from the first to the last.
 */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Checks positions, chain, digests, keys and streams of a stored log, and names the"
                        + " first position that is wrong. Exit code 4 if there is one.")
final class VerifyLog implements Callable<Integer> {
    private final Surroundings surroundings;

    @ArgGroup private Which which = new Which();

    VerifyLog(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Two spellings of one thing, so at most one of them. */
    private static final class Which {
        @Parameters(
                arity = "0..1",
                paramLabel = "FILE",
                description = "The SQLite file; " + StoreSettings.USUAL + " if neither is given.")
        private @Nullable Path file = null;

        @Option(
                names = "--dsn",
                paramLabel = "DSN",
                description = "The store, as in the configuration.")
        private @Nullable String dsn = null;

        String dsn() {
            if (dsn != null) {
                return dsn;
            }
            return file == null ? StoreSettings.USUAL : "sqlite://" + file;
        }
    }

    @Override
    public Integer call() {
        try (LogStore store = Stores.openForReading(which.dsn())) {
            List<String> damage = store.damage();
            damage.forEach(fault -> surroundings.out().println("damaged: " + fault));
            return tell(new LogVerifier(store.log()).verify(List.of()), damage.isEmpty());
        }
    }

    private int tell(LogVerifier.Report report, boolean undamaged) {
        PrintWriter out = surroundings.out();
        out.println("sound: " + report.commits() + " commits, " + report.events() + " events");
        report.finding()
                .ifPresent(wrong ->
                        out.println(
                                "wrong: position " + wrong.position() + ": " + wrong.problem()));
        return undamaged && report.finding().isEmpty() ? ExitCode.DONE : ExitCode.UNSOUND;
    }
}
