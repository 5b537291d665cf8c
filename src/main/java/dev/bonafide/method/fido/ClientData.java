package dev.bonafide.method.fido;

import dev.bonafide.kernel.Secrets;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the browser says of a ceremony (WebAuthn Level 3 section 5.8.1), read strictly before the
 * library reads it: no doubles, nothing behind it, no frame of another origin (WR-02 to WR-06).
 */
final class ClientData {
    private static final JsonMapper STRICT =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private ClientData() {}

    /** Whether it is of this ceremony; {@code type} is {@code webauthn.create} or {@code .get}. */
    static boolean fits(byte[] json, String type, String challenge, Set<String> origins) {
        JsonNode data = read(json);
        return text(data, "type").equals(type)
                && Secrets.equal(challenge, text(data, "challenge"))
                && origins.contains(text(data, "origin"))
                && !framed(data);
    }

    /** Nobody is expected to embed these pages. */
    private static boolean framed(JsonNode data) {
        JsonNode cross = data.path("crossOrigin");
        boolean alone = cross.isMissingNode() || (cross.isBoolean() && !cross.booleanValue());
        return !alone || data.has("topOrigin");
    }

    private static String text(JsonNode data, String name) {
        JsonNode value = data.path(name);
        return value.isString() ? value.stringValue() : "";
    }

    private static JsonNode read(byte[] json) {
        try {
            return STRICT.readTree(json);
        } catch (JacksonException e) {
            return STRICT.missingNode();
        }
    }
}
