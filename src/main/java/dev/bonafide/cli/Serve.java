package dev.bonafide.cli;

import dev.bonafide.config.FileConfiguration;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the server and says where it is. */
@Command(name = "serve", description = "Starts the server.", mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    private final Server server;
    private final Surroundings surroundings;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description =
                    "A configuration in YAML or JSON with Kratos' keys; several are merged, the later over the earlier. "
                            + "Without one, a configuration for trying out is used.")
    private List<Path> files = List.of();

    @Option(
            names = "--dev",
            description =
                    "For development: cookies without Secure, sample secrets allowed, missing ones made.")
    private boolean dev = false;

    Serve(Server server, Surroundings surroundings) {
        this.server = server;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        FileConfiguration configuration =
                FileConfiguration.load(
                        files, dev, surroundings.environment(), surroundings.entropy());
        server.start(configuration);
        surroundings.out().print(Greeting.of(configuration));
        surroundings.out().flush();
        return ExitCode.DONE;
    }
}
