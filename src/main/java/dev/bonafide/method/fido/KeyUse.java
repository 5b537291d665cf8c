package dev.bonafide.method.fido;

/**
 * What an authenticator says of itself when it is used.
 *
 * @param signCount its counter; 0 where it has none
 * @param userVerified whether it verified the person this time
 */
public record KeyUse(
        long signCount, boolean userVerified, boolean backupEligible, boolean backedUp) {
    /** The key after it; the counter never falls. */
    public Key on(Key key) {
        return key.with(key.facts().used(signCount, backupEligible, backedUp));
    }
}
