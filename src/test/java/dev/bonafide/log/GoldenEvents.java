package dev.bonafide.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.Sealer;
import dev.bonafide.log.Upcaster.Shape;
import dev.bonafide.log.event.EventCodec;
import dev.bonafide.log.event.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds events against {@code src/test/resources/golden/<name>.<revision>.json}, for ever: today's
 * release writes exactly today's file, and reads every file there ever was. Sealed texts stand in
 * the files as base64url of the text.
 */
public final class GoldenEvents {
    private static final String EVENT = "00000000-0000-4000-8000-000000000000";
    private static final Sealer PLAIN =
            (value, place) ->
                    new Sealed.Closed(
                            value.owner(), 1, place, value.text().getBytes(StandardCharsets.UTF_8));

    private final EventCodec codec;

    public GoldenEvents(List<EventTypes> types, List<Upcaster> upcasters) {
        codec = new EventCodec(types, upcasters);
    }

    /**
     * The event is written as its file says, and what is read from the file is written so again.
     */
    public void check(Object event) {
        EventCodec.Written written = codec.write(event, EVENT, PLAIN);
        ObjectNode golden = golden(written.shape(), written.payload());
        assertThat(written.payload().toString()).isEqualTo(golden.toString());
        Object read = read(written.shape());
        assertThat(read).hasSameClassAs(event);
        assertThat(codec.write(read, EVENT, PLAIN).payload().toString())
                .isEqualTo(golden.toString());
    }

    /** What a file of any revision is read as today. */
    public Object read(Shape stored) {
        return codec.read(EVENT, stored, golden(stored, EventJson.mapper().createObjectNode()));
    }

    private static ObjectNode golden(Shape shape, ObjectNode instead) {
        String file = "/golden/%s.%d.json".formatted(shape.name(), shape.revision());
        try (InputStream in = GoldenEvents.class.getResourceAsStream(file)) {
            assertThat(in).as("%s is missing; today's is:%n%s", file, instead).isNotNull();
            return EventJson.mapper().readValue(in, ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
