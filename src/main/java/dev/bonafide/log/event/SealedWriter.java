package dev.bonafide.log.event;

import dev.bonafide.kernel.Sealed;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * In an event {@code {"owner","key","box"}}: the place is known from where the object stands.
 * Elsewhere (views, snapshots) the place is written too.
 */
final class SealedWriter extends ValueSerializer<Sealed> {
    @Override
    public void serialize(Sealed value, JsonGenerator out, SerializationContext context) {
        out.writeStartObject();
        if (context.getAttribute(Sealing.class) instanceof Sealing sealing) {
            // within the object, the generator's path is that of the field that holds it
            String field = SealedNodes.field(out.streamWriteContext().pathAsPointer());
            write(sealing.close(value, field), out);
        } else if (value instanceof Sealed.Closed closed) {
            write(closed, out);
            out.writePOJOProperty("place", closed.place());
        } else {
            throw new IllegalArgumentException("a fresh sealed value is written only by the log");
        }
        out.writeEndObject();
    }

    private static void write(Sealed.Closed closed, JsonGenerator out) {
        out.writeStringProperty("owner", closed.owner().toString());
        out.writeNumberProperty("key", closed.keyVersion());
        out.writeStringProperty("box", TextForms.text(closed.box()));
    }
}
