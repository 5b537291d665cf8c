package dev.bonafide.identity.schema;

import dev.bonafide.kernel.MethodId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The content of the extension keyword, after it was checked against {@code
 * identity-extension.schema.json}.
 *
 * @param credentials what the trait is for each kind of credential
 * @param verification {@code email}, {@code sms}, or null
 * @param recovery {@code email}, {@code sms}, or null
 */
record Marks(
        Map<MethodId, Credential> credentials,
        @Nullable String verification,
        @Nullable String recovery) {

    /** What a trait is for one kind of credential. */
    record Credential(
            boolean identifier, boolean accountName, boolean displayName, @Nullable String via) {
        static Credential of(JsonNode json) {
            return new Credential(
                    json.path("identifier").asBoolean(false),
                    json.path("account_name").asBoolean(false),
                    json.path("display_name").asBoolean(false),
                    way(json));
        }
    }

    static Marks of(JsonNode json) {
        Map<MethodId, Credential> credentials = new LinkedHashMap<>();
        json.path("credentials")
                .propertyStream()
                .forEach(kind ->
                        credentials.put(
                                new MethodId(kind.getKey()), Credential.of(kind.getValue())));
        return new Marks(
                Collections.unmodifiableMap(credentials),
                way(json.path("verification")),
                way(json.path("recovery")));
    }

    /**
     * The format that the trait has where its schema names none: that of the one way in which
     * messages reach it. Null for no or several ways.
     */
    @Nullable String impliedFormat() {
        Set<String> ways = new TreeSet<>();
        credentials.values().stream().map(Credential::via).forEach(via -> add(ways, via));
        add(ways, verification);
        add(ways, recovery);
        if (ways.size() != 1) {
            return null;
        }
        return ways.contains("sms") ? Formats.TELEPHONE : Formats.EMAIL;
    }

    private static void add(Set<String> ways, @Nullable String via) {
        if (via != null) {
            ways.add(via);
        }
    }

    private static @Nullable String way(JsonNode json) {
        JsonNode via = json.get("via");
        return via == null ? null : via.asString();
    }
}
