/**
 * The readers of the log: one thread for each projection, in order, from where it stood.
 *
 * <p>Invariant: an event is never skipped. A reader that cannot go on stops, says so, and tries
 * again from the same event. Start at {@link dev.bonafide.log.reader.LogProjections}.
 */
@NullMarked
package dev.bonafide.log.reader;

import org.jspecify.annotations.NullMarked;
