package dev.bonafide.cli;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/** The whole command line. */
public final class Cli {
    private static final Logger LOG = LoggerFactory.getLogger(Cli.class);
    private static final Set<String> ABOUT = Set.of("-h", "--help", "-V", "--version");

    /**
     * Words that need no look at what other rooms bring; looking costs a serving start its time.
     */
    private static final Set<String> OWN = Set.of("serve", "log");

    private final Server server;
    private final Surroundings surroundings;

    Cli(Server server, Surroundings surroundings) {
        this.server = server;
        this.surroundings = surroundings;
    }

    /**
     * Does what the arguments say. Serving returns when the server listens; it then keeps the
     * process alive by itself.
     *
     * @return the exit code; 0 is for leaving the process alone
     */
    public static int run(String[] arguments, Server server) {
        LoggingSystem.get(Cli.class.getClassLoader()).beforeInitialize();
        return new Cli(server, Surroundings.ofThisProcess()).run(arguments);
    }

    int run(String... arguments) {
        String[] words = withServe(arguments);
        CommandLine line = new CommandLine(new Root());
        line.addSubcommand("serve", new Serve(server, surroundings));
        line.addSubcommand("log", log());
        if (!OWN.contains(words[0])) {
            Subcommands.addAll(line, surroundings);
        }
        line.addSubcommand("help", new HelpCommand());
        return talking(line).execute(words);
    }

    private CommandLine log() {
        return new CommandLine(new LogCommand())
                .addSubcommand("verify", new VerifyLog(surroundings))
                .addSubcommand("copy", new CopyLog(surroundings));
    }

    /** Streams and handlers, which picocli hands down to the subcommands that are there by now. */
    private CommandLine talking(CommandLine line) {
        return line.setOut(surroundings.out())
                .setErr(surroundings.err())
                .setParameterExceptionHandler((e, _) -> misused(e))
                .setExecutionExceptionHandler((e, _, _) -> failed(e));
    }

    /** Without a word of its own, {@code -c FILE --dev} is about serving. */
    private static String[] withServe(String[] arguments) {
        boolean about =
                arguments.length > 0
                        && (!arguments[0].startsWith("-") || ABOUT.contains(arguments[0]));
        return about
                ? arguments
                : Stream.concat(Stream.of("serve"), Arrays.stream(arguments))
                        .toArray(String[]::new);
    }

    private int misused(ParameterException problem) {
        surroundings.err().println("bonafide: " + problem.getMessage() + " (see: bonafide help)");
        return ExitCode.USAGE;
    }

    private int failed(Throwable thrown) {
        LOG.debug("not done", thrown);
        Failure failure = Failure.of(thrown);
        failure.lines().forEach(line -> surroundings.err().println("bonafide: " + line));
        return failure.exitCode();
    }

    @Command(
            name = "bonafide",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description =
                    "Identity, sessions and multi-factor login over an event log. Without a command: serve.")
    private static final class Root {}
}
