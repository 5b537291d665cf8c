/**
 * The command line: what the jar can be told to do. {@code serve} (also without a word), {@code log
 * verify}, {@code log copy}, {@code help}, {@code --version}, and what other rooms bring as {@link
 * dev.bonafide.kernel.Subcommand}.
 *
 * <p>Start at {@link dev.bonafide.cli.Cli}. The front door gives it a {@link
 * dev.bonafide.cli.Server}; usually {@link dev.bonafide.cli.SpringServer}.
 *
 * <p>Invariant: whatever goes wrong ends in one line on the error stream and an exit code, never in
 * a stack trace; whoever wants one turns on debug logging of this package.
 */
@NullMarked
package dev.bonafide.cli;

import org.jspecify.annotations.NullMarked;
