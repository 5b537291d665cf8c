/**
 * From a flow's nodes, as they stand on the wire, to what templates write: which forms there are,
 * what their fields are called, what went wrong.
 *
 * <p>Invariant: nothing here knows a method; a node is written by its type alone, and an attribute
 * only if it is on a list. Start at {@link dev.bonafide.ui.form.ShownFlow}.
 */
@NullMarked
package dev.bonafide.ui.form;

import org.jspecify.annotations.NullMarked;
