package dev.bonafide.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server whose logins ask for the identifier first, with every first factor on. */
final class NameFirst {
    private NameFirst() {}

    static TestServer server() {
        String party =
                "rp: {id: localhost, display_name: Bonafide, origins: [\"" + Keys.ORIGIN + "\"]}";
        return TestServer.start(
                "memory",
                """
                selfservice:
                  methods:
                    webauthn: {enabled: true, config: {%s, passwordless: true}}
                    passkey: {enabled: true, config: {%s}}
                  flows:
                    login: {style: identifier_first}
                """
                        .formatted(party, party));
    }

    /** The first step's fields. */
    static Map<String, String> name(String identifier) {
        return Map.of("method", "identifier_first", "identifier", identifier);
    }

    static String json(String identifier) {
        return JsonMapper.shared().writeValueAsString(name(identifier));
    }

    /** Somebody who has no credential at all. */
    static String bare(TestServer server, String email) {
        Answer created =
                server.http()
                        .admin(
                                "POST",
                                "/admin/identities",
                                "{\"schema_id\":\"default\",\"traits\":{\"email\":\"%s\"}}"
                                        .formatted(email));
        if (created.status() != 201) {
            throw new AssertionError(created.body());
        }
        return email;
    }

    /** A form without what is new in each and without what was typed. */
    static Map<String, JsonNode> look(Answer form, String typed) {
        Map<String, JsonNode> look = new LinkedHashMap<>();
        String body =
                form.body()
                        .replace(typed, "TYPED")
                        .replaceAll("\"nonce\":\"[^\"]*\"", "\"nonce\":\"\"")
                        .replaceAll("challenge\\\\*\":\\\\*\"[A-Za-z0-9_-]+", "challenge");
        JsonNode json = JsonMapper.shared().readTree(body);
        for (String key : List.of("active", "state", "type", "refresh", "requested_aal")) {
            look.put(key, json.path(key));
        }
        look.put("messages", json.path("ui").path("messages"));
        json.path("ui")
                .path("nodes")
                .valueStream()
                .filter(node ->
                        !node.path("attributes").path("name").asString("").equals("csrf_token"))
                .forEach(node -> look.put(look.size() + "", node));
        return look;
    }
}
