/**
 * What is said to OpenID Connect providers and what is believed of their answers. Knows nothing of
 * flows, sessions or identities.
 *
 * <p>Invariant: what comes out as an {@link dev.bonafide.method.oidc.upstream.Account} was proven
 * by the provider that the transaction began with; everything else is an {@link
 * dev.bonafide.method.oidc.upstream.UpstreamRefused}.
 *
 * <p>Everything here blocks and is called on virtual threads. Start at {@link
 * dev.bonafide.method.oidc.upstream.Providers}.
 */
@NullMarked
package dev.bonafide.method.oidc.upstream;

import org.jspecify.annotations.NullMarked;
