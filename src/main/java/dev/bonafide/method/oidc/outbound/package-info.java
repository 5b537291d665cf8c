/**
 * Calls to other servers. Whoever names the address may be wrong or hostile (a discovery document
 * is somebody else's text), so each call is held to what the operator allowed.
 *
 * <p>Invariant: a connection is opened to an address that was looked at, once, and is public or
 * allowed by {@code bonafide.oidc.outbound}; nothing is followed, nothing is read beyond a limit,
 * and nobody waits longer than the limit or for a thread.
 *
 * <p>Start at {@link dev.bonafide.method.oidc.outbound.Outbound}.
 */
@NullMarked
package dev.bonafide.method.oidc.outbound;

import org.jspecify.annotations.NullMarked;
