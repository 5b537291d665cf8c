/**
 * The log: what happened, in one order, whole commits, chained by hashes; and everything that
 * stands directly on it.
 *
 * <p>Writing: {@link dev.bonafide.log.Commands} runs a command in one unit of work, over {@link
 * dev.bonafide.log.Aggregates}; its events become one commit, refused if anything that was read has
 * moved. Reading: {@link dev.bonafide.log.Folds} for the state of short streams (strong), {@link
 * dev.bonafide.log.Projection} for views (behind, with a position), {@link
 * dev.bonafide.log.History} for the past.
 *
 * <p>Invariant: positions are dense and in commit order; a reader that meets a gap stops.
 */
@NullMarked
package dev.bonafide.log;

import org.jspecify.annotations.NullMarked;
