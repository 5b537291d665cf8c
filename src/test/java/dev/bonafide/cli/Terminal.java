package dev.bonafide.cli;

import dev.bonafide.kernel.Entropy;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;

/** A command line with its streams kept. */
final class Terminal {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Cli cli;

    Terminal(Server server, Map<String, String> environment) {
        this.cli =
                new Cli(
                        server,
                        new Surroundings(
                                environment,
                                new PrintWriter(out, true),
                                new PrintWriter(err, true),
                                () -> Instant.parse("2026-11-24T10:00:00Z"),
                                Entropy.system()));
    }

    /** What a person reads after this command: exit code, output, errors. */
    Seen run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new Seen(cli.run(arguments), out.toString(), err.toString());
    }

    record Seen(int exitCode, String out, String err) {}
}
