package dev.bonafide.method.fido;

/**
 * What an authenticator says of itself when it is used.
 *
 * @param signCount its counter; 0 where it has none
 * @param userVerified whether it verified the person this time
 * @param backupEligible whether it may be copied to other devices
 * @param backedUp whether it was
 */
public record KeyUse(
        long signCount, boolean userVerified, boolean backupEligible, boolean backedUp) {
    private static final int FLAGS = 32;
    private static final int ELIGIBLE = 0x08;
    private static final int BACKED_UP = 0x10;

    /** Of authenticator data (WebAuthn Level 3 section 6.1) that was found sound. */
    static KeyUse of(byte[] data, long signCount, boolean userVerified) {
        int flags = data[FLAGS];
        return new KeyUse(
                signCount, userVerified, (flags & ELIGIBLE) != 0, (flags & BACKED_UP) != 0);
    }

    /** The key after it; the counter never falls. */
    public Key on(Key key) {
        return key.with(key.facts().used(signCount, backupEligible, backedUp));
    }
}
