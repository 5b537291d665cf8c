package dev.bonafide.log.event;

import dev.bonafide.kernel.Sealed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** The JSON of every type that {@link EventShapes} allows and Jackson would write its own way. */
final class StoredForms {
    private StoredForms() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("stored forms");
        TextForms.all().forEach(form -> form.register(module));
        module.addSerializer(Instant.class, new InstantWriter());
        module.addDeserializer(Instant.class, new InstantReader());
        module.addSerializer(Set.class, new SetWriter());
        module.addSerializer(Map.class, new MapWriter());
        module.addSerializer(Sealed.class, new SealedWriter());
        module.addDeserializer(Sealed.class, new SealedReader());
        return module;
    }

    /** Microseconds since the epoch as a number. A finer time would not be the one that is read. */
    private static final class InstantWriter extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            if (!value.truncatedTo(ChronoUnit.MICROS).equals(value)) {
                throw new IllegalArgumentException("a stored time has whole microseconds");
            }
            out.writeNumber(ChronoUnit.MICROS.between(Instant.EPOCH, value));
        }
    }

    private static final class InstantReader extends ValueDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) {
            if (!in.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return context.reportInputMismatch(Instant.class, "microseconds are expected");
            }
            return Instant.EPOCH.plus(in.getLongValue(), ChronoUnit.MICROS);
        }
    }

    /** Sorted, since a set's own order differs from run to run. */
    @SuppressWarnings("rawtypes") // Jackson finds serializers by raw class
    private static final class SetWriter extends ValueSerializer<Set> {
        @Override
        public void serialize(Set value, JsonGenerator out, SerializationContext context) {
            out.writeStartArray();
            Set<?> members = value;
            members.stream().map(TextForms::text).sorted().forEach(out::writeString);
            out.writeEndArray();
        }
    }

    /** Sorted by key, for the same reason. */
    @SuppressWarnings("rawtypes")
    private static final class MapWriter extends ValueSerializer<Map> {
        @Override
        public void serialize(Map value, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            Map<?, ?> entries = value;
            entries.entrySet().stream()
                    .sorted(Comparator.comparing(entry -> TextForms.text(entry.getKey())))
                    .forEach(entry -> write(entry, out, context));
            out.writeEndObject();
        }

        private static void write(
                Map.Entry<?, ?> entry, JsonGenerator out, SerializationContext context) {
            out.writeName(TextForms.text(entry.getKey()));
            context.writeValue(out, entry.getValue());
        }
    }
}
