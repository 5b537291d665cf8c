package dev.bonafide.kernel;

import java.util.Arrays;

/**
 * A text that only the vault can read, because it is personal or secret: sealed under the data key
 * of one identity, so that destroying this key erases it.
 *
 * <p>A decision makes a {@link Fresh} value; the log seals it while it writes the event, bound to
 * where it stands; whoever reads the log gets a {@link Closed} one. Neither ever prints its
 * content.
 */
public sealed interface Sealed {
    /** Whose data key opens it. */
    IdentityId owner();

    /** Not written yet. Exists only between a decision and its commit. */
    record Fresh(IdentityId owner, String text) implements Sealed {
        @Override
        public String toString() {
            return "Sealed.Fresh[owner=" + owner + "]";
        }
    }

    /**
     * As stored.
     *
     * @param keyVersion version of the identity's data key
     * @param place where it stands in the log, part of the associated data: a value moved elsewhere
     *     does not open
     * @param box nonce, cipher text and tag; never changed by anyone
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by content below
    record Closed(IdentityId owner, int keyVersion, Place place, byte[] box) implements Sealed {
        @Override
        public boolean equals(Object other) {
            return other instanceof Closed that
                    && owner.equals(that.owner)
                    && keyVersion == that.keyVersion
                    && place.equals(that.place)
                    && Arrays.equals(box, that.box);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(box);
        }

        @Override
        public String toString() {
            return "Sealed.Closed[owner=" + owner + "]";
        }
    }

    /**
     * The place of a sealed value: the event's id, its stored name and revision (those under which
     * it was written, whatever upcasters did since), and the path of the field in the payload, such
     * as {@code traits} or {@code device/address}.
     */
    record Place(String eventId, String name, int revision, String field) {}
}
