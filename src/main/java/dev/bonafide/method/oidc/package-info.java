/**
 * OpenID Connect as relying party: somebody is sent to a provider and comes back with its word.
 *
 * <p>Assurance: what the provider vouches for, never more than its configuration lets it ({@code
 * aal1}, or {@code aal2} by {@code acr} or {@code amr}). Channel: the account at the provider.
 *
 * <p>Invariant: an account at a provider is (provider id, issuer, subject); an e-mail address never
 * links it to anybody. What is said to a provider lies in {@code upstream}; this package never sees
 * a token of it.
 */
@NullMarked
package dev.bonafide.method.oidc;

import org.jspecify.annotations.NullMarked;
