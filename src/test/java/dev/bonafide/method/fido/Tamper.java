package dev.bonafide.method.fido;

import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes one thing in an authenticator's answer. */
final class Tamper {
    private Tamper() {}

    /** The bytes of a field of {@code response}. */
    static String bytes(String answer, String field, UnaryOperator<byte[]> change) {
        ObjectNode json = json(answer);
        ObjectNode response = (ObjectNode) json.path("response");
        byte[] changed = change.apply(Bytes.of(response.path(field).asString("")));
        response.put(field, Bytes.text(changed));
        return json.toString();
    }

    /** The client data as text. */
    static String clientData(String answer, UnaryOperator<String> change) {
        return bytes(answer, "clientDataJSON", bytes -> change.apply(text(bytes)).getBytes(UTF_8));
    }

    /** One bit of one byte. */
    static UnaryOperator<byte[]> flip(int at) {
        return bytes -> {
            byte[] flipped = bytes.clone();
            flipped[at] ^= 1;
            return flipped;
        };
    }

    /** The authenticator data inside of an attestation object "none". */
    static String authData(String answer, int at, UnaryOperator<Byte> change) {
        return bytes(
                answer,
                "attestationObject",
                object -> {
                    byte[] changed = object.clone();
                    int start = start(object);
                    changed[start + at] = change.apply(object[start + at]);
                    return changed;
                });
    }

    /** Behind the name and the head of its byte string, which has one byte of length. */
    private static int start(byte[] object) {
        String text = new String(object, java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.indexOf("authData") + "authData".length() + 2;
    }

    static ObjectNode json(String answer) {
        return (ObjectNode) JsonMapper.shared().readTree(answer);
    }

    static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;
}
