package dev.bonafide.method.fido;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a client sends of an authenticator's answer, as bytes. Extensions are not read: none was
 * asked for (WR-17).
 *
 * @param id the credential id
 * @param main the attestation object, or the authenticator data of a use
 * @param signature empty where a key is bound
 * @param userHandle null where the authenticator says none
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Response(
        byte[] id,
        byte[] clientData,
        byte[] main,
        byte[] signature,
        byte @org.jspecify.annotations.Nullable [] userHandle,
        List<String> transports) {
    private static final int TEXT_MAX = 65_536;
    private static final int ID_MAX = 1023;
    private static final int HANDLE_MAX = 64;

    String credentialId() {
        return Bytes.text(id);
    }

    /** Of a key that is bound; empty for what is none. */
    static Optional<Response> created(String json) {
        return parsed(json, "attestationObject");
    }

    /** Of a key that is used; empty for what is none. */
    static Optional<Response> used(String json) {
        return parsed(json, "authenticatorData").filter(response -> response.signature.length > 0);
    }

    private static Optional<Response> parsed(String json, String main) {
        JsonNode sent = json.length() > TEXT_MAX ? missing() : tree(json);
        JsonNode inner = sent.path("response");
        String id = sent.path("id").asString("");
        boolean one = id.equals(sent.path("rawId").asString(id));
        if (!one || !sent.path("type").asString("").equals("public-key")) {
            return Optional.empty();
        }
        try {
            Response response =
                    new Response(
                            Bytes.of(id),
                            Bytes.of(inner.path("clientDataJSON").asString("")),
                            Bytes.of(inner.path(main).asString("")),
                            Bytes.of(inner.path("signature").asString("")),
                            handle(inner.path("userHandle")),
                            KeyLabels.transports(inner.path("transports")));
            return Optional.of(response).filter(Response::bounded);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean bounded() {
        return id.length > 0
                && id.length <= ID_MAX
                && clientData.length > 0
                && main.length > 0
                && (userHandle == null || userHandle.length <= HANDLE_MAX);
    }

    /** Some clients send "" for none. */
    private static byte @org.jspecify.annotations.Nullable [] handle(JsonNode node) {
        String text = node.asString("");
        return text.isEmpty() ? null : Bytes.of(text);
    }

    private static JsonNode tree(String json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            return missing();
        }
    }

    private static JsonNode missing() {
        return JsonMapper.shared().missingNode();
    }
}
