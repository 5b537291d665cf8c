package dev.bonafide.story;

import dev.bonafide.method.fido.SoftAuthenticator;
import dev.bonafide.method.fido.SoftAuthenticator.Ceremony;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server with both methods on, and what a page does between its forms and authenticators. */
final class Keys {
    static final String ORIGIN = "http://localhost:4433";
    static final String PARTY = "localhost";

    private Keys() {}

    static TestServer server() {
        return server(false, "");
    }

    /** With keys as first factors, or more YAML at the top. */
    static TestServer server(boolean passwordless, String more) {
        String party =
                "{rp: {id: localhost, display_name: Bonafide, origins: [\"" + ORIGIN + "\"]}";
        return TestServer.start(
                "memory",
                """
                selfservice:
                  methods:
                    webauthn: {enabled: true, config: %s, passwordless: %s}}
                    passkey: {enabled: true, config: %s}}
                  flows:
                    registration:
                      after:
                        passkey: {hooks: [{hook: session}]}
                        webauthn: {hooks: [{hook: session}]}
                %s
                """
                        .formatted(party, passwordless, party, more));
    }

    /** What a form asks for, as the browser hands it to the authenticator. */
    static Ceremony asked(Answer form, String node) {
        return Ceremony.of(options(form, node).path("challenge").asString(""), PARTY, ORIGIN);
    }

    /** The options at a node. */
    static JsonNode options(Answer form, String node) {
        JsonNode value = JsonMapper.shared().readTree(value(form, node));
        JsonNode options = value.path("credentialOptions");
        return (options.isMissingNode() ? value : options).path("publicKey");
    }

    static String value(Answer form, String node) {
        return form.json()
                .path("ui")
                .path("nodes")
                .valueStream()
                .map(one -> one.path("attributes"))
                .filter(one -> one.path("name").asString("").equals(node))
                .findFirst()
                .orElseThrow(() -> new AssertionError(node + " is not in " + form.body()))
                .path("value")
                .asString("");
    }

    /** An authenticator that got its owner's handle from a form's options. */
    static SoftAuthenticator owned(Answer form, String node) {
        String handle = options(form, node).path("user").path("id").asString("");
        return new SoftAuthenticator().of(Base64.getUrlDecoder().decode(handle));
    }

    static String json(Map<String, String> fields) {
        return JsonMapper.shared().writeValueAsString(new LinkedHashMap<>(fields));
    }

    /** A passkey that was bound in the settings. */
    static SoftAuthenticator bound(Ada ada) {
        Answer form = ada.init("settings", "");
        SoftAuthenticator key = owned(form, "passkey_create_data");
        Answer done = bind(ada, form, key);
        if (done.status() != 200) {
            throw new AssertionError(done.body());
        }
        return key;
    }

    static Answer bind(Ada ada, Answer form, SoftAuthenticator key) {
        String answer = key.create(asked(form, "passkey_create_data"));
        return ada.submit(
                "settings",
                form.at("id"),
                json(Map.of("method", "passkey", "passkey_settings_register", answer)));
    }

    static Answer login(Ada client, Answer form, String answer) {
        return client.submit(
                "login", form.at("id"), json(Map.of("method", "passkey", "passkey_login", answer)));
    }
}
