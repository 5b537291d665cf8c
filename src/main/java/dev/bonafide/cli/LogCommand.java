package dev.bonafide.cli;

import picocli.CommandLine.Command;

/** What can be done with a log; says so when no more is typed. */
@Command(name = "log", mixinStandardHelpOptions = true, description = "Checks the log: log verify.")
final class LogCommand {}
