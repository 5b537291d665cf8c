/**
 * Passwords: the one method that proves knowledge, a first factor (AAL1). Follows NIST SP 800-63B
 * section 3.1.1.2 and, for the wire, contract clauses 2.4, 2.8, 3.7 and 4.1.
 *
 * <p>A password is hashed with Argon2id (RFC 9106) and the hash is sealed under its owner's data
 * key; hashes that other systems made are verified until their owner logs in. It does not protect
 * against phishing or against a reader of the owner's keyboard.
 *
 * <p>Invariant: every guess costs one hash (two where it was not received in NFC) and has one
 * answer, whether or not there is somebody, and whether or not they have a password. Start at
 * {@link dev.bonafide.method.password.PasswordMethod}, then {@link
 * dev.bonafide.method.password.PasswordEvidence}.
 */
@NullMarked
package dev.bonafide.method.password;

import org.jspecify.annotations.NullMarked;
