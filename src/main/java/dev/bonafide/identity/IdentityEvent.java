package dev.bonafide.identity;

import dev.bonafide.kernel.Erasure;
import dev.bonafide.kernel.EventName;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Sealed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to an identity as such; what happened to its credentials is a {@link
 * CredentialEvent}.
 */
public sealed interface IdentityEvent {
    IdentityId identity();

    Instant at();

    /** Somebody exists. {@code traits} is their JSON under the schema of that id. */
    @EventName("identity.registered")
    record Registered(
            IdentityId identity,
            String schema,
            Sealed traits,
            List<Identifier> identifiers,
            Instant at)
            implements IdentityEvent {
        public Registered {
            identifiers = List.copyOf(identifiers);
        }
    }

    /** Traits, and with them perhaps login identifiers, are now these. */
    @EventName("identity.traits-changed")
    record TraitsChanged(
            IdentityId identity,
            String schema,
            Sealed traits,
            List<Identifier> identifiers,
            Instant at)
            implements IdentityEvent {
        public TraitsChanged {
            identifiers = List.copyOf(identifiers);
        }
    }

    /**
     * What applications ({@code visible}) and administrators ({@code hidden}) keep with it is now
     * this JSON; null for none.
     */
    @EventName("identity.metadata-changed")
    record MetadataChanged(
            IdentityId identity, @Nullable Sealed visible, @Nullable Sealed hidden, Instant at)
            implements IdentityEvent {}

    /** Its name in another system is now this one; null for none. */
    @EventName("identity.external-id-changed")
    record ExternalIdChanged(IdentityId identity, @Nullable ExternalId externalId, Instant at)
            implements IdentityEvent {}

    /**
     * An administrator says what was verified elsewhere: a JSON array of {@code value, via,
     * verified, status, verified_at}; null for nothing.
     */
    @EventName("identity.addresses-stated")
    record AddressesStated(IdentityId identity, @Nullable Sealed addresses, Instant at)
            implements IdentityEvent {}

    /** May not log in any more. Its sessions end by {@link SessionsEnded} in the same commit. */
    @EventName("identity.deactivated")
    record Deactivated(IdentityId identity, Instant at) implements IdentityEvent {}

    /** May log in again; ended sessions stay ended. */
    @EventName("identity.activated")
    record Activated(IdentityId identity, Instant at) implements IdentityEvent {}

    /**
     * Every session with a lower epoch is over. A spared one says so itself, in the same commit.
     */
    @EventName("identity.sessions-ended")
    record SessionsEnded(IdentityId identity, long epoch, Cause cause, Instant at)
            implements IdentityEvent {}

    /** Is no more: identifiers released, sessions over; then its data key is destroyed. */
    @EventName("identity.erased")
    record Erased(IdentityId identity, long epoch, Instant at) implements IdentityEvent, Erasure {}

    /** Why sessions were ended all at once. */
    enum Cause {
        OWNER,
        ADMINISTRATOR,
        CREDENTIAL_CHANGED,
        DEACTIVATED
    }
}
