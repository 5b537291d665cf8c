package dev.bonafide.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.http.Route;
import dev.bonafide.story.Raw.Body;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What no request may hold, and what the answer to it looks like. */
final class Refusals {
    static final String JSON = "application/json";

    /** Contract clause 7.1: larger bodies are not read. */
    static final int MOST = 5 * 1024 * 1024;

    private Refusals() {}

    /** Bodies that are no strict JSON object, or none of the types that are served. */
    static Map<String, Body> bodies() {
        Map<String, Body> bodies = new LinkedHashMap<>();
        bodies.put("malformed", json("{\"method\":"));
        bodies.put("trailing", json("{} {}"));
        bodies.put("text", json("\"password\""));
        bodies.put("null", json("null"));
        bodies.put("duplicate", json("{\"method\":\"password\",\"method\":\"totp\"}"));
        bodies.put("deep", json("{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}"));
        bodies.put("raw NUL", json("{\"method\":\"pass\0word\"}"));
        bodies.put("NUL", json("{\"method\":\"pass\\u0000word\"}"));
        bodies.put("NUL in a name", json("{\"meth\\u0000od\":\"password\"}"));
        bodies.put("lone surrogate", json("{\"method\":\"\\ud800\"}"));
        bodies.put("lone surrogate in a name", json("{\"\\udc00\":1}"));
        bodies.put("absurd number", json("{\"method\":1e999999999}"));
        bodies.put("not UTF-8", new Body(JSON, new byte[] {'{', '"', (byte) 0xC3, '"', '}'}));
        bodies.put("wrong type", new Body("text/plain", bytes("{\"method\":\"password\"}")));
        bodies.put("no type", new Body("", bytes("{\"method\":\"password\"}")));
        bodies.put("two methods", form("method=password&method=totp"));
        bodies.put("form with NUL", form("method=%00"));
        bodies.put("form not UTF-8", form("method=%C3%28"));
        return bodies;
    }

    /** Values of the wrong type for any field that is a text. */
    static List<String> values() {
        return List.of(
                "1", "1.5", "true", "null", "[]", "{}", "\"\"", "[\"password\"]", "{\"a\":[1]}");
    }

    static Body json(String json) {
        return new Body(JSON, bytes(json));
    }

    static Body tooLarge() {
        return json("{\"method\":\"" + "x".repeat(MOST) + "\"}");
    }

    static String name(Route route) {
        return route.listener() + " " + route.method() + " " + route.path();
    }

    /** The shape of contract clause 0.2. */
    static void isError(String what, Answer answer) {
        assertThat(answer.status()).as(what + " " + answer.body()).isBetween(400, 499);
        JsonNode error = answer.json().path("error");
        assertThat(error.path("code").asInt(0)).as(what).isEqualTo(answer.status());
        assertThat(error.path("status").asString("")).as(what).isNotEmpty();
        assertThat(error.path("message").asString("")).as(what).isNotEmpty();
        assertThat(error.path("request").asString("")).as(what).isNotEmpty();
    }

    /** An error, or a form in which something is told. */
    static void isErrorOrForm(String what, Answer answer) {
        if (!answer.json().has("ui")) {
            isError(what, answer);
            return;
        }
        assertThat(answer.status()).as(what).isEqualTo(400);
        assertThat(answer.body()).as(what).contains("\"type\":\"error\"");
    }

    private static Body form(String content) {
        return new Body("application/x-www-form-urlencoded", bytes(content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
