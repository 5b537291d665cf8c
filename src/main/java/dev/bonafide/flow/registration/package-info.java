/**
 * Registration: traits and a first credential, at once or one after the other.
 *
 * <p>Invariant: identifiers are claimed, the identity, its credential and its first session made,
 * and the flow used, by one commit. Traits that wait for a credential are kept sealed under the key
 * of the identity that will be. Start at {@code RegistrationRoutes}.
 */
@NullMarked
package dev.bonafide.flow.registration;

import org.jspecify.annotations.NullMarked;
