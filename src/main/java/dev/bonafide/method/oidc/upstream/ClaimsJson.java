package dev.bonafide.method.oidc.upstream;

import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Claims as a mapper sees them, as in Kratos: those of OpenID Connect by their names and of their
 * types, everything else under {@code raw_claims}. What is of another type is left out above, so
 * that a mapper may rely on what is there.
 */
final class ClaimsJson {
    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> TEXTS =
            List.of(
                    "iss",
                    "sub",
                    "oid",
                    "name",
                    "given_name",
                    "family_name",
                    "last_name",
                    "middle_name",
                    "nickname",
                    "preferred_username",
                    "profile",
                    "picture",
                    "website",
                    "email",
                    "gender",
                    "birthdate",
                    "zoneinfo",
                    "phone_number",
                    "hd",
                    "team",
                    "nonce",
                    "acr");

    private static final List<String> TRUTHS =
            List.of("email_verified", "phone_number_verified", "nonce_supported");

    private ClaimsJson() {}

    /**
     * A JSON object of somebody else's.
     *
     * @throws UpstreamRefused if it is none
     */
    static ObjectNode object(String json) {
        if (any(json) instanceof ObjectNode object) {
            return object;
        }
        throw new UpstreamRefused(Failure.TOKEN_REFUSED, "its claims are no JSON object");
    }

    /**
     * Any JSON of somebody else's.
     *
     * @throws UpstreamRefused if it is none
     */
    static JsonNode any(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            // Its words quote the text, which is personal.
            throw new UpstreamRefused(Failure.TOKEN_REFUSED, "its claims are no JSON");
        }
    }

    /** An empty one, to be filled by the names above. */
    static ObjectNode none() {
        return JSON.createObjectNode();
    }

    /** The claims of OpenID Connect, with the raw ones beside. */
    static ObjectNode of(ObjectNode raw) {
        ObjectNode claims = none();
        TEXTS.forEach(name -> text(claims, name, raw.path(name)));
        TRUTHS.forEach(name -> truth(claims, name, raw.path(name)));
        text(claims, "locale", locale(raw.path("locale")));
        if (raw.path("updated_at").isNumber()) {
            claims.set("updated_at", raw.path("updated_at"));
        }
        if (raw.path("amr").isArray()) {
            claims.set("amr", raw.path("amr"));
        }
        claims.set("raw_claims", raw);
        return claims;
    }

    private static void text(ObjectNode claims, String name, JsonNode value) {
        if (value.isString() && !value.stringValue().isEmpty()) {
            claims.set(name, value);
        }
    }

    /** Apple says "true" in quotes. */
    private static void truth(ObjectNode claims, String name, JsonNode value) {
        if (value.isBoolean()) {
            claims.set(name, value);
        } else if (value.isString()) {
            claims.put(name, value.stringValue().equals("true"));
        }
    }

    /** LinkedIn says it in two parts. */
    private static JsonNode locale(JsonNode value) {
        if (!value.isObject()) {
            return value;
        }
        List<String> parts =
                List.of("language", "country").stream()
                        .map(part -> value.path(part).asString(""))
                        .filter(part -> !part.isEmpty())
                        .toList();
        return JSON.valueToTree(Map.of("locale", String.join("-", parts))).path("locale");
    }
}
