/**
 * One-time codes of an authenticator app: RFC 6238 over RFC 4226, as Kratos' {@code totp}.
 *
 * <p>Assurance: a second factor ({@code aal2}), something one has (NIST SP 800-63B section 3.1.4);
 * never a first one. Channel: the credential, so that it never pairs with itself.
 *
 * <p>Answers: a code overheard and used again (a step is accepted once, and only rising), guessing
 * (the guard's hard cap; 3 codes of 10^6 are valid at a time), a stolen database (secrets are
 * sealed under the identity's key), timing. Does not answer: a page between that passes a fresh
 * code on at once (phishing), a copied app or secret, and who reads the screen while it is set up.
 *
 * <p>Invariant: the accepted step of a credential only rises, the enrolment's own step included.
 * Start at {@link dev.bonafide.method.totp.TotpMethod}; the algorithm is {@code Totp}, the rules
 * are {@code TotpDecisions}.
 */
@NullMarked
package dev.bonafide.method.totp;

import org.jspecify.annotations.NullMarked;
