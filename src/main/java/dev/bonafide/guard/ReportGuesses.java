package dev.bonafide.guard;

import dev.bonafide.log.Command;
import java.time.Instant;

/** Writes down how many guesses were made about identifiers that are nobody's. */
record ReportGuesses(long guesses, Instant now) implements Command<Boolean> {}
