package dev.bonafide.identity;

import dev.bonafide.kernel.Sealed;

/**
 * Somebody's name in another system, at most one identity's; it never serves to log in.
 *
 * @param hash lower-case hex HMAC, which names the claim
 * @param text the name itself
 */
public record ExternalId(String hash, Sealed text) {}
