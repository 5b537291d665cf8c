package dev.bonafide.http.request;

import dev.bonafide.http.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a body by its content type. */
final class Bodies {
    private static final Set<String> LISTS =
            Set.of("application/json", "application/json-patch+json");

    private Bodies() {}

    /**
     * The body as an object; an absent body is an empty one.
     *
     * @param contentType value of the header
     * @throws Problem 415 for a type that is not served, 400 for content that is not strictly of it
     */
    static ObjectNode parse(Optional<String> contentType, byte[] body) {
        if (body.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        MediaType type = contentType.map(Bodies::mediaType).orElseThrow(Bodies::unsupported);
        return switch (essence(type)) {
            case "application/json" -> StrictJson.object(Text.utf8(body));
            case "application/x-www-form-urlencoded" -> UrlEncoded.object(Text.utf8(body));
            case "multipart/form-data" -> Multipart.object(type, body);
            default -> throw unsupported();
        };
    }

    /**
     * The body as a JSON array.
     *
     * @throws Problem as {@link #parse}
     */
    static ArrayNode parseList(Optional<String> contentType, byte[] body) {
        MediaType type = contentType.map(Bodies::mediaType).orElseThrow(Bodies::unsupported);
        if (!LISTS.contains(essence(type))) {
            throw unsupported();
        }
        return StrictJson.array(Text.utf8(body));
    }

    /** Everything is read as UTF-8; a body that says it is something else is not guessed at. */
    private static String essence(MediaType type) {
        Charset charset = type.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw unsupported();
        }
        return (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
    }

    private static MediaType mediaType(String header) {
        try {
            return MediaType.parseMediaType(header);
        } catch (InvalidMediaTypeException e) {
            throw unsupported();
        }
    }

    private static Problem unsupported() {
        return Problem.of(
                415,
                "Send application/json, application/x-www-form-urlencoded or multipart/form-data"
                        + " in UTF-8.");
    }
}
