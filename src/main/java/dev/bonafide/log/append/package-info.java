/**
 * The append: one piece of code before every store that decides what may be committed, where it
 * stands, and what became of it (log.md section 2).
 *
 * <p>Invariant: a commit gets a second position only after its first is settled; a batch in flight
 * goes again as the same bytes, in the same order, together. Start at {@link
 * dev.bonafide.log.append.Appender}.
 */
@NullMarked
package dev.bonafide.log.append;

import org.jspecify.annotations.NullMarked;
