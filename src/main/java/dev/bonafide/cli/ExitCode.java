package dev.bonafide.cli;

/** How the process ends, for scripts. */
final class ExitCode {
    static final int DONE = 0;

    /** A bug or an outage. */
    static final int FAULT = 1;

    /** The arguments make no sense (as picocli has it). */
    static final int USAGE = 2;

    /** The configuration, the store or the listeners don't let the server start. */
    static final int NOT_STARTED = 3;

    /** The log is not what it was. */
    static final int UNSOUND = 4;

    private ExitCode() {}
}
