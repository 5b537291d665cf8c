/**
 * What a node has applied of the log, and the states of streams that it keeps by it (log.md section
 * 3).
 *
 * <p>Invariant: a whole commit is applied, then its position is published; whoever reads a state
 * knows exactly up to which position it goes. Start at {@link dev.bonafide.log.tail.LiveFolds}.
 */
@NullMarked
package dev.bonafide.log.tail;

import org.jspecify.annotations.NullMarked;
