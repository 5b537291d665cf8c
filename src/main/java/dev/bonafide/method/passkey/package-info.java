/**
 * Passkeys: discoverable credentials of WebAuthn (W3C Level 3) as Kratos' {@code passkey}, with
 * which one logs in without typing a name.
 *
 * <p>Assurance: a first factor ({@code aal1}), also where the authenticator verified the person: so
 * on Kratos' wire. Channel: the key.
 *
 * <p>Answers what security keys answer. Does not answer: who may use the account to which a
 * provider copies passkeys.
 *
 * <p>Invariant: those of {@code method.fido}. Start at {@link
 * dev.bonafide.method.passkey.PasskeyMethod}.
 */
@NullMarked
package dev.bonafide.method.passkey;

import org.jspecify.annotations.NullMarked;
