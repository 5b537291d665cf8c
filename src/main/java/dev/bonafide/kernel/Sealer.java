package dev.bonafide.kernel;

/** What the log needs of the vault while it writes an event. */
public interface Sealer {
    /**
     * Seals a text for the place where it will stand. The owner's data key exists and is durable
     * when this returns; it is made if the identity has none.
     *
     * @throws Refused {@code identity.erased} if the owner's key was destroyed
     * @throws Unavailable if the key can't be had now
     */
    Sealed.Closed seal(Sealed.Fresh value, Sealed.Place place);

    /**
     * The log says that the owner was erased: from now on nothing here opens what was sealed for
     * them, whether or not the key is destroyed yet.
     */
    default void forget(IdentityId owner) {}
}
