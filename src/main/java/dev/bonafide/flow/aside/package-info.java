/**
 * Addresses of browsers beside the flows: errors that no form could show, and where a password
 * manager finds the form that changes a password.
 *
 * <p>Invariant: an error is read by its id alone, which can't be guessed, and names nobody. Start
 * at {@code ErrorRoutes}.
 */
@NullMarked
package dev.bonafide.flow.aside;

import org.jspecify.annotations.NullMarked;
