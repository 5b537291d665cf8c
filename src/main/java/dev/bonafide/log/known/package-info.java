/**
 * What one node knows of the log, and will never have to take back: its head, and which streams
 * changed lately.
 *
 * <p>Invariant: commits enter whole, in order, without a gap, each chained to the one before; what
 * does not fit stops the node's use of the log. Start at {@link dev.bonafide.log.known.KnownLog}.
 */
@NullMarked
package dev.bonafide.log.known;

import org.jspecify.annotations.NullMarked;
