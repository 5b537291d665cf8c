package dev.bonafide.method.oidc.upstream;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a mapper makes of claims: its {@code identity}.
 *
 * @param traits unchecked against the schema; empty where the mapper gives none
 * @param metadataPublic null where the mapper gives none
 * @param metadataAdmin null where the mapper gives none
 * @param verified addresses that the provider vouches for
 */
public record Mapped(
        ObjectNode traits,
        @Nullable JsonNode metadataPublic,
        @Nullable JsonNode metadataAdmin,
        List<Verified> verified) {
    public Mapped {
        verified = List.copyOf(verified);
    }

    /** One address; {@code via} is {@code email} or {@code sms}. */
    public record Verified(String via, String value) {}

    /** Traits are personal. */
    @Override
    public String toString() {
        return "Mapped[]";
    }
}
