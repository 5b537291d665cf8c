package dev.bonafide.method.oidc.upstream;

import dev.bonafide.method.oidc.mapping.Mapper;
import dev.bonafide.method.oidc.mapping.MappingFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The configured Jsonnet, and what its result may look like. */
record Mapping(Mapper mapper) {
    /**
     * What it makes of the claims.
     *
     * @throws UpstreamRefused if that is no identity
     */
    Mapped of(ObjectNode claims) {
        try {
            return mapped(mapper.identity(claims));
        } catch (MappingFailed e) {
            throw failed(String.valueOf(e.getMessage()));
        }
    }

    private static Mapped mapped(ObjectNode identity) {
        if (!(identity.path("traits") instanceof ObjectNode traits)) {
            throw failed("its result has no object identity.traits");
        }
        return new Mapped(
                traits,
                given(identity, "metadata_public"),
                given(identity, "metadata_admin"),
                verified(identity.path("verified_addresses")));
    }

    private static @Nullable JsonNode given(ObjectNode identity, String name) {
        JsonNode value = identity.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            throw failed("identity." + name + " is no object");
        }
        return value;
    }

    private static List<Mapped.Verified> verified(JsonNode list) {
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            throw failed("identity.verified_addresses is no list");
        }
        List<Mapped.Verified> all = new ArrayList<>();
        list.forEach(one -> all.add(verified(one.path("via"), one.path("value"))));
        return all;
    }

    private static Mapped.Verified verified(JsonNode via, JsonNode value) {
        String channel = via.asString("");
        String address = value.asString("").strip();
        boolean known = channel.equals("email") || channel.equals("sms");
        if (!known || address.isEmpty()) {
            throw failed(
                    "an entry of identity.verified_addresses is not {via: \"email\" or \"sms\", value: …}");
        }
        return new Mapped.Verified(
                channel, channel.equals("email") ? address.toLowerCase(Locale.ROOT) : address);
    }

    private static UpstreamRefused failed(String problem) {
        return new UpstreamRefused(Failure.MAPPING_FAILED, "the mapper failed: " + problem);
    }
}
