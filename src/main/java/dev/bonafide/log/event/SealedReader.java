package dev.bonafide.log.event;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Sealed;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads the form with the place, which {@link SealedNodes} has added where the log left it out. */
final class SealedReader extends ValueDeserializer<Sealed> {
    @Override
    public Sealed deserialize(JsonParser in, DeserializationContext context) {
        Form form = context.readValue(in, Form.class);
        return new Sealed.Closed(form.owner(), form.key(), form.place(), form.box());
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on at once
    private record Form(IdentityId owner, int key, byte[] box, Sealed.Place place) {}
}
