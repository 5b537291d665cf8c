/**
 * Built-in pages: registration, login, settings, sessions, welcome, error, logout. Each is written
 * from what the public API answers to the same request, so pages can do nothing that another client
 * could not, and a flow of another browser is refused to them like to any other.
 *
 * <p>Invariant: no page knows a method; there is one template for each type of node. Pages need no
 * script and allow none inline. Start at {@link dev.bonafide.ui.FlowPages}.
 */
@NullMarked
package dev.bonafide.ui;

import org.jspecify.annotations.NullMarked;
