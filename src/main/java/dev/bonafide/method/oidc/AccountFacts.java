package dev.bonafide.method.oidc;

import dev.bonafide.kernel.Sealed;

/**
 * What is stored of an account at a provider. No token of it is (OI-12), and no claim.
 *
 * @param name lower-case hex HMAC of provider id, issuer and subject, unique over all identities
 * @param provider id of the provider
 * @param material an {@link AccountMaterial}: who somebody is elsewhere is personal
 */
record AccountFacts(String name, String provider, Sealed material) {}
