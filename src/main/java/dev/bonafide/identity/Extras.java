package dev.bonafide.identity;

import dev.bonafide.kernel.Sealed;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What administrators attach to an identity; each part is null where there is none.
 *
 * @param metadataPublic JSON that applications and the owner see
 * @param metadataAdmin JSON that only administrators see
 * @param addresses JSON array of what an administrator says of addresses
 */
public record Extras(
        @Nullable Sealed metadataPublic,
        @Nullable Sealed metadataAdmin,
        @Nullable ExternalId externalId,
        @Nullable Sealed addresses) {
    /** Nothing attached. */
    public static final Extras NONE = new Extras(null, null, null, null);

    /** The claim that the external id holds; it serves no method. */
    public Optional<Identifier> claim() {
        return Optional.ofNullable(externalId).map(id -> new Identifier(id.hash(), Set.of()));
    }

    Extras with(IdentityEvent.MetadataChanged e) {
        return new Extras(e.visible(), e.hidden(), externalId, addresses);
    }

    Extras with(IdentityEvent.ExternalIdChanged e) {
        return new Extras(metadataPublic, metadataAdmin, e.externalId(), addresses);
    }

    Extras with(IdentityEvent.AddressesStated e) {
        return new Extras(metadataPublic, metadataAdmin, externalId, e.addresses());
    }
}
