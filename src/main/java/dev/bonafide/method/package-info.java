/**
 * Ways to prove who one is: the contract only; each method is complete in a folder of its own below
 * this one, and no two know one another.
 *
 * <p>A method implements {@link dev.bonafide.method.AuthenticationMethod} and those of its parts
 * that it has: {@link dev.bonafide.method.LoginPart}, {@link dev.bonafide.method.RegistrationPart},
 * {@link dev.bonafide.method.SettingsPart}. A part gives nodes and turns a submission into
 * something that a decision can judge: {@link dev.bonafide.method.Evidence}, {@link
 * dev.bonafide.method.CredentialIntent}.
 *
 * <p>Invariant: the use of a secret, the session's proof and the guard's count are one commit, or
 * nothing ({@link dev.bonafide.method.LoginHandler}).
 */
@NullMarked
package dev.bonafide.method;

import org.jspecify.annotations.NullMarked;
