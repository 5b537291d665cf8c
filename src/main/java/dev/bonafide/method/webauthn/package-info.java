/**
 * Security keys: WebAuthn (W3C Level 3) as Kratos' {@code webauthn}.
 *
 * <p>Assurance: a second factor ({@code aal2}), or, bound while {@code passwordless} was on, a
 * first one ({@code aal1}): a fact of the key. Something one has. Channel: the key.
 *
 * <p>Answers: phishing (the browser binds each answer to the origin), replay (a challenge is used
 * once), guessing, a stolen database (there are public keys in it). Does not answer: who holds the
 * key, since no PIN is asked for; a copied key beyond noticing that its counter went back.
 *
 * <p>Invariant: those of {@code method.fido}. Start at {@link
 * dev.bonafide.method.webauthn.WebAuthnMethod}.
 */
@NullMarked
package dev.bonafide.method.webauthn;

import org.jspecify.annotations.NullMarked;
