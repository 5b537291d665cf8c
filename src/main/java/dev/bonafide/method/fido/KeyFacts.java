package dev.bonafide.method.fido;

import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a key when it is bound (WebAuthn Level 3 section 7.1 step 27). Id, public key
 * and name are sealed: none is a secret, but together they tell who somebody is elsewhere.
 *
 * @param name lower-case hex HMAC of the credential id, unique over all identities
 * @param material a {@link KeyMaterial}
 * @param aal what a proof with it counts as, for as long as it lives: {@code AAL1} as a first
 *     factor, {@code AAL2} as a second
 * @param signCount the authenticator's signature counter; 0 where it has none
 * @param userVerified whether the person was verified (PIN, finger) when it was bound
 * @param backupEligible whether it may be copied to other devices, which never changes; null where
 *     whoever exported it did not say
 * @param backedUp whether it was copied
 */
public record KeyFacts(
        String name,
        Sealed material,
        Aal aal,
        long signCount,
        boolean userVerified,
        @Nullable Boolean backupEligible,
        boolean backedUp) {
    KeyFacts used(long count, boolean eligible, boolean copied) {
        return new KeyFacts(
                name, material, aal, Math.max(signCount, count), userVerified, eligible, copied);
    }
}
