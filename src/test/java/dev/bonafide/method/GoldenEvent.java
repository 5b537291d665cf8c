package dev.bonafide.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.EventName;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.log.EventTypes;
import dev.bonafide.log.Upcaster.Shape;
import dev.bonafide.log.event.EventCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event and the file that shows how it is stored for ever: today's release writes exactly the
 * file, and reads it as the event.
 */
public final class GoldenEvent {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final String ID = "01936f3e-8c00-7000-8000-0000000000ff";

    private final EventCodec codec;

    public GoldenEvent(EventTypes types) {
        codec = new EventCodec(List.of(types), List.of());
    }

    /** What the vault makes of a value, for these tests: 32 bytes that count. */
    public static Sealed.Closed closed(Sealed.Fresh value, Sealed.Place place) {
        byte[] box = new byte[32];
        for (int i = 0; i < box.length; i++) {
            box[i] = (byte) i;
        }
        return new Sealed.Closed(value.owner(), 1, place, box);
    }

    /** The place of a field in an event of this class, as {@link #check} stores it. */
    public static Sealed.Place place(Class<?> event, String field) {
        EventName name = event.getAnnotation(EventName.class);
        return new Sealed.Place(ID, name.value(), name.revision(), field);
    }

    /**
     * Compares both ways.
     *
     * @param fresh the event as it is decided
     * @param stored the same as it is read from the log
     */
    public void check(Object fresh, Object stored) throws IOException {
        EventName name = fresh.getClass().getAnnotation(EventName.class);
        Path file = FOLDER.resolve(name.value() + "." + name.revision() + ".json");
        ObjectNode golden = (ObjectNode) JsonMapper.shared().readTree(Files.readString(file));
        EventCodec.Written written = codec.write(fresh, ID, GoldenEvent::closed);
        assertThat(written.shape()).isEqualTo(new Shape(name.value(), name.revision()));
        assertThat(written.payload().toString()).isEqualTo(golden.toString());
        assertThat(codec.read(ID, written.shape(), golden)).isEqualTo(stored);
    }
}
