/**
 * Whole stories over HTTP against a whole server: every room, the embedded stores, a clock that the
 * test moves.
 */
@NullMarked
package dev.bonafide.story;

import org.jspecify.annotations.NullMarked;
