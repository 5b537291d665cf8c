/**
 * Words for people: one bundle a language, looked up by message id. The texts of a method lie in
 * the method's own folder, so that adding a method adds a folder; all others lie in this room.
 *
 * <p>Invariant: a message without an entry is shown as the server words it, never left out. Start
 * at {@link dev.bonafide.ui.text.Languages}.
 */
@NullMarked
package dev.bonafide.ui.text;

import org.jspecify.annotations.NullMarked;
