package dev.bonafide;

import dev.bonafide.cli.Cli;
import dev.bonafide.cli.SpringServer;

/** The front door: what the jar is told goes to the command line, which may start the server. */
public final class Bonafide {
    private Bonafide() {}

    /**
     * Returns while the server runs, which keeps the process alive; ends the process on an error.
     */
    public static void main(String[] arguments) {
        int code = Cli.run(arguments, new SpringServer(Application.class));
        if (code != 0) {
            System.exit(code);
        }
    }
}
