package dev.bonafide.admin;

import dev.bonafide.http.Json;
import dev.bonafide.identity.ExternalId;
import dev.bonafide.identity.Extras;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Sealed;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Opens what administrators attached to somebody, to compare it with what is wanted. */
final class Existing {
    private final Function<Sealed, Optional<String>> opener;

    /**
     * @param opener reads a sealed text; empty where its owner was erased
     */
    Existing(Function<Sealed, Optional<String>> opener) {
        this.opener = opener;
    }

    /** {@link Extras}, opened. */
    record Opened(
            @Nullable JsonNode metadataPublic,
            @Nullable JsonNode metadataAdmin,
            @Nullable String externalId,
            @Nullable JsonNode addresses) {}

    Opened opened(Person person) {
        Extras extras = person.state().extras();
        ExternalId externalId = extras.externalId();
        return new Opened(
                tree(extras.metadataPublic()),
                tree(extras.metadataAdmin()),
                externalId == null ? null : opener.apply(externalId.text()).orElse(null),
                tree(extras.addresses()));
    }

    private @Nullable JsonNode tree(@Nullable Sealed sealed) {
        return sealed == null
                ? null
                : opener.apply(sealed).map(Json.mapper()::readTree).orElse(null);
    }
}
