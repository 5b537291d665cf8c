package dev.bonafide.method.fido;

import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Bytes in JSON: written as base64url without padding, read in every spelling that exists. */
final class Bytes {
    private Bytes() {}

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Of what {@link #text} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    static byte[] of(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    /**
     * Of base64 in either alphabet, or a list of numbers; none if absent, empty if it is neither.
     */
    static Optional<byte[]> of(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.of(new byte[0]);
        }
        return node.isArray() ? numbers(node) : base64(node.asString("!"));
    }

    private static Optional<byte[]> base64(String text) {
        String url = text.replace('+', '-').replace('/', '_').replaceFirst("={1,2}$", "");
        try {
            return Optional.of(Base64.getUrlDecoder().decode(url));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> numbers(JsonNode list) {
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            JsonNode number = list.get(i);
            if (!number.isInt() || number.intValue() < 0 || number.intValue() > 255) {
                return Optional.empty();
            }
            bytes[i] = (byte) number.intValue();
        }
        return Optional.of(bytes);
    }
}
