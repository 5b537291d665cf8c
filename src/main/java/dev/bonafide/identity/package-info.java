/**
 * Who someone is: traits, login identifiers, all their credentials, whether they are active; one
 * consistency boundary, because three rules span methods (never remove the last way in, which
 * factors are usable, which proofs are different).
 *
 * <p>It knows no method by name: a method's events implement {@link
 * dev.bonafide.identity.CredentialEvent} and its states {@link
 * dev.bonafide.identity.CredentialState}, both in the method's own folder.
 *
 * <p>Invariant: a login identifier belongs to at most one identity, claimed by the commit itself.
 * Start at {@link dev.bonafide.identity.IdentityState}.
 */
@NullMarked
package dev.bonafide.identity;

import org.jspecify.annotations.NullMarked;
