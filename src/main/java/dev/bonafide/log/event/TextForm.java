package dev.bonafide.log.event;

import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * A value that is one JSON string, with exactly one spelling: what is read must be what would be
 * written, so that equal values have equal bytes.
 */
record TextForm<T>(Class<T> type, Function<T, String> write, Function<String, T> read) {
    void register(SimpleModule module) {
        module.addSerializer(type, new Writer());
        module.addDeserializer(type, new Reader());
        module.addKeyDeserializer(type, new KeyReader());
    }

    String text(Object value) {
        return write.apply(type.cast(value));
    }

    private T parse(String text) {
        T value = read.apply(text);
        if (!write.apply(value).equals(text)) {
            throw new IllegalArgumentException("not the one spelling");
        }
        return value;
    }

    private final class Writer extends ValueSerializer<T> {
        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(write.apply(value));
        }
    }

    private final class Reader extends ValueDeserializer<T> {
        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(type, "a string is expected");
            }
            try {
                return parse(in.getString());
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(type, "not a %s", type.getSimpleName());
            }
        }
    }

    private final class KeyReader extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            try {
                return parse(key);
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(type, "not a %s", type.getSimpleName());
            }
        }
    }
}
