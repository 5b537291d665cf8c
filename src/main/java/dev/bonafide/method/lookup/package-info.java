/**
 * Codes on a list that are used up one by one: look-up secrets of NIST SP 800-63B section 3.1.2, as
 * Kratos' {@code lookup_secret}.
 *
 * <p>Assurance: a second factor ({@code aal2}), something one has; never a first one. Channel: the
 * set, so that two of its codes are never two factors.
 *
 * <p>Answers: a code used twice or by two at once (its use is the claim of the commit), guessing
 * (41 bits a code, the guard's hard cap), a stolen database (one Argon2id with the set's salt
 * before what is stored), timing (one hash and twelve comparisons, whatever is given). Does not
 * answer: who copies the list, or a page between that passes a code on at once (phishing).
 *
 * <p>Invariant: nothing from which a code could be read is stored, unless a setting says so. Start
 * at {@link dev.bonafide.method.lookup.LookupMethod}; the rules are {@code LookupDecisions}.
 */
@NullMarked
package dev.bonafide.method.lookup;

import org.jspecify.annotations.NullMarked;
