/**
 * What the two methods of WebAuthn (W3C Level 3) share: one standard, one library, one kind of key,
 * under two names and two sets of forms because Kratos has two. Not a method itself: it has no id,
 * knows neither of the two, and is known by them alone.
 *
 * <p>Invariant: a credential id belongs to one credential of all identities ({@code KeysState}
 * names it, the append claims it), and what a key counts as was decided when it was bound.
 *
 * <p>Start at {@code KeysState} for what is held, at {@code KeyDecisions} for the rules, at {@code
 * Verifier} for the ceremonies.
 */
@NullMarked
package dev.bonafide.method.fido;

import org.jspecify.annotations.NullMarked;
