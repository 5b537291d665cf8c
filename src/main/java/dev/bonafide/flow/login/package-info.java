/**
 * Login: a first factor, a second one, or either anew. A flow for {@code aal2} or a refresh belongs
 * to the session that began it and is taken from no other.
 *
 * <p>Invariant: whether an identifier exists, a password is right, or a method is throttled can't
 * be told apart from outside. Start at {@code LoginRoutes}, then {@code LoginSubmit}.
 */
@NullMarked
package dev.bonafide.flow.login;

import org.jspecify.annotations.NullMarked;
