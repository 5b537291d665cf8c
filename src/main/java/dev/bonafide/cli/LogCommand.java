package dev.bonafide.cli;

import picocli.CommandLine.Command;

/** What can be done with a log; says so when no more is typed. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = "Checks the log, or moves it: log verify, log copy.")
final class LogCommand {}
