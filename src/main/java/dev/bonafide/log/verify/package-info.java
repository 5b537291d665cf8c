/**
 * Whether a stored log is what it was when it was written.
 *
 * <p>Invariant: everything is recomputed from the bytes; nothing stored is believed. Needs neither
 * keys nor events. Start at {@link dev.bonafide.log.LogVerifier}.
 */
@NullMarked
package dev.bonafide.log.verify;

import org.jspecify.annotations.NullMarked;
