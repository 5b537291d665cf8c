package dev.bonafide.admin;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An identity as an administrator wants it, well formed but not yet held against its schema.
 *
 * @param active null where nothing is said
 * @param metadataPublic null for none, as {@code metadataAdmin}
 * @param addresses what is said of addresses, beyond that they are unverified; null for nothing
 * @param credentials per type what is to be imported
 */
record Draft(
        String schema,
        ObjectNode traits,
        @Nullable Boolean active,
        @Nullable JsonNode metadataPublic,
        @Nullable JsonNode metadataAdmin,
        @Nullable String externalId,
        @Nullable JsonNode addresses,
        ObjectNode credentials) {
    /** Personal, and perhaps a password. */
    @Override
    public String toString() {
        return "Draft[" + schema + "]";
    }
}
