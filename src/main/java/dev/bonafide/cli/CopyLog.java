package dev.bonafide.cli;

import dev.bonafide.log.LogCopier;
import dev.bonafide.log.LogCopier.Copied;
import dev.bonafide.store.LogStore;
import dev.bonafide.store.NotOpened;
import dev.bonafide.store.Store;
import dev.bonafide.store.Stores;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Moves a log to another store, with the keys that are kept beside it. */
@Command(
        name = "copy",
        mixinStandardHelpOptions = true,
        description =
                "Copies a log and its keys into an empty store, positions and hashes kept, and"
                        + " verifies the copy. Stop the nodes first.")
final class CopyLog implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DSN",
            description = "The store to read.")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DSN",
            description = "The empty store to write.")
    private String to = "";

    CopyLog(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (to.equals("memory")) {
            throw new NotOpened("dsn memory: nothing would be left of the copy");
        }
        try (LogStore source = Stores.openForReading(from);
                Store target = Stores.open(to, surroundings.clock(), _ -> {})) {
            return tell(new LogCopier(source, target).copy());
        }
    }

    private int tell(Copied copied) {
        surroundings
                .out()
                .println(
                        "copied: %d commits, %d events, %d keys"
                                .formatted(
                                        copied.log().commits(),
                                        copied.log().events(),
                                        copied.keys()));
        copied.log()
                .finding()
                .ifPresent(wrong ->
                        surroundings
                                .out()
                                .println(
                                        "wrong: position "
                                                + wrong.position()
                                                + ": "
                                                + wrong.problem()));
        return copied.log().finding().isEmpty() ? ExitCode.DONE : ExitCode.UNSOUND;
    }
}
