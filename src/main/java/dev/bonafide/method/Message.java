package dev.bonafide.method;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text for people with its stable number (contract section 5). Texts are our own words; clients
 * match the number.
 *
 * @param context values that the text speaks of, for clients that write their own text
 */
public record Message(
        int id,
        Type type,
        String text,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> context) {
    public Message {
        context = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(context));
    }

    /** Reads what a flow keeps: an empty context is left out there. */
    @JsonCreator
    static Message kept(
            @JsonProperty("id") int id,
            @JsonProperty("type") Type type,
            @JsonProperty("text") String text,
            @JsonProperty("context") @Nullable Map<String, Object> context) {
        return new Message(id, type, text, context == null ? Map.of() : context);
    }

    public static Message info(int id, String text) {
        return new Message(id, Type.INFO, text, Map.of());
    }

    public static Message error(int id, String text) {
        return new Message(id, Type.ERROR, text, Map.of());
    }

    public static Message success(int id, String text) {
        return new Message(id, Type.SUCCESS, text, Map.of());
    }

    /** The same with one context value more. */
    public Message with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(context);
        more.put(key, value);
        return new Message(id, type, text, more);
    }

    /** Spelled in lower case on the wire. */
    public enum Type {
        INFO,
        ERROR,
        SUCCESS;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
