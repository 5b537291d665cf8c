package dev.bonafide.story;

import java.net.http.HttpHeaders;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the server answered. {@code json} is an empty object where there is no body. */
record Answer(int status, HttpHeaders headers, String body) {
    private static final JsonMapper JSON = new JsonMapper();

    JsonNode json() {
        return body.isEmpty() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
    }

    /** Text at a path of names, {@code a.b.0.c}; "" if there is none. */
    String at(String path) {
        JsonNode node = json();
        for (String name : path.split("\\.", -1)) {
            node = name.matches("[0-9]+") ? node.path(Integer.parseInt(name)) : node.path(name);
        }
        return node.isValueNode() && !node.isNull() ? node.asString() : "";
    }

    /** Whether a message with this number stands anywhere in the form. */
    boolean says(int id) {
        return body.contains("\"id\":" + id + ",") || body.contains("\"id\":" + id + "}");
    }

    /** Whether this is a form, and no error. */
    boolean form() {
        return json().has("ui") && !json().has("error");
    }

    /** Names of the form's inputs, and ids of its other nodes, in their order. */
    List<String> nodes() {
        return json().path("ui")
                .path("nodes")
                .valueStream()
                .map(node -> node.path("attributes"))
                .map(node -> node.path("name").asString(node.path("id").asString("")))
                .toList();
    }

    /** The form's token against cross-site requests. */
    String csrf() {
        return value("csrf_token");
    }

    /** The value of the form's input of this name; "" for none. */
    String value(String name) {
        return json().path("ui")
                .path("nodes")
                .valueStream()
                .map(node -> node.path("attributes"))
                .filter(attributes -> attributes.path("name").asString("").equals(name))
                .map(attributes -> attributes.path("value").asString(""))
                .findFirst()
                .orElse("");
    }

    /** Where a browser is led; "" for nowhere. */
    String place() {
        return header("Location");
    }

    /** Numbers of the messages at the node of this name. */
    List<Integer> messagesAt(String name) {
        return json().path("ui")
                .path("nodes")
                .valueStream()
                .filter(node -> node.path("attributes").path("name").asString("").equals(name))
                .flatMap(node -> node.path("messages").valueStream())
                .map(message -> message.path("id").asInt(0))
                .toList();
    }

    /** What proved a session, {@code password/aal1}; {@code prefix} is where the session lies. */
    List<String> proofs(String prefix) {
        JsonNode session = prefix.isEmpty() ? json() : json().path(prefix);
        return session.path("authentication_methods")
                .valueStream()
                .map(proof ->
                        proof.path("method").asString("") + "/" + proof.path("aal").asString(""))
                .toList();
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The secret that a settings form shows for an authenticator app. */
    String totpSecret() {
        return text("totp_secret_key").path("context").path("secret").asString("");
    }

    /** The lookup secrets that a settings form shows. */
    List<String> lookupSecrets() {
        return text("lookup_secret_codes")
                .path("context")
                .path("secrets")
                .valueStream()
                .map(secret -> secret.path("context").path("secret").asString(""))
                .toList();
    }

    private JsonNode text(String id) {
        return json().path("ui")
                .path("nodes")
                .valueStream()
                .map(node -> node.path("attributes"))
                .filter(attributes -> attributes.path("id").asString("").equals(id))
                .map(attributes -> attributes.path("text"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " in " + body));
    }
}
