package dev.bonafide.audit.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.bonafide.Bonafide;
import dev.bonafide.kernel.EventName;
import dev.bonafide.kernel.FlowId;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.StreamKind;
import dev.bonafide.log.History;
import dev.bonafide.log.Meta;
import dev.bonafide.log.Recorded;
import dev.bonafide.log.Upcaster.Shape;
import dev.bonafide.log.event.EventCodec;
import dev.bonafide.log.event.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What others are told of stored events is decided for each, and stays as it was promised. */
class PublicSchemaTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path TOLD = Path.of("src/test/resources/public-events.1.txt");
    private static final Path DOCUMENT = Path.of("docs/events.md");
    private static final List<Class<?>> EVENTS = events();
    private static final UUID SESSION = UUID.fromString("0199a1b2-0000-7000-8000-000000000002");
    private static final IdentityId ADA =
            new IdentityId(UUID.fromString("0199a1b2-0000-7000-8000-000000000001"));

    private final EventCodec codec = new EventCodec(List.of(() -> EVENTS), List.of());
    private final PublicEvents told = new PublicEvents(new Holders(new OneSession()));

    /** The session of the golden files, of which the log holds the beginning. */
    private final class OneSession implements History {
        @Override
        public List<Recorded> stream(StreamId stream, long upTo) {
            return stream.uuid().equals(SESSION)
                    ? List.of(stored("session.started", 1))
                    : List.of();
        }

        @Override
        public long positionAt(Instant time) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void everyStoredEventIsToldOrKeptOnPurpose() {
        assertThat(EVENTS)
                .isNotEmpty()
                .allSatisfy(event ->
                        assertThat(PublicSchema.of(event).isPresent())
                                .as("%s is in neither list, or in both", event)
                                .isNotEqualTo(PublicSchema.internal(event)));
    }

    @Test
    void noEntryIsAboutAnEventThatThereIsNot() {
        Set<String> names = EVENTS.stream().map(PublicSchemaTest::name).collect(Collectors.toSet());
        assertThat(PublicSchema.names()).doesNotHaveDuplicates().isSubsetOf(names);
    }

    /** A line is changed together with the version, or else only by a field more at its end. */
    @Test
    void tellsWhatWasPromised() throws IOException {
        String lines =
                EVENTS.stream()
                        .map(PublicSchemaTest::name)
                        .sorted()
                        .map(name -> line(stored(name, 42)))
                        .collect(Collectors.joining("\n", "", "\n"));
        assertThat(lines).isEqualTo(Files.readString(TOLD));
    }

    @Test
    void isWhatTheDocumentSays() throws IOException {
        String text = Files.readString(DOCUMENT);
        assertThat(PublicSchema.types())
                .allSatisfy(type -> assertThat(text).contains("`" + type + "`"));
        assertThat(EVENTS.stream().filter(PublicSchema::internal).map(PublicSchemaTest::name))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(text).contains("`" + name + "`"));
        assertThat(text).contains("of this schema: " + PublicSchema.VERSION + ".");
    }

    private String line(Recorded recorded) {
        String json = told.apply(recorded).map(PublicEvent::json).orElse("not told");
        return recorded.name() + " " + json;
    }

    private Recorded stored(String name, long position) {
        Object event = codec.read("golden", new Shape(name, 1), payload(name));
        return new Recorded(
                event,
                stream(name),
                0,
                position,
                Instant.parse("2026-11-25T14:03:00Z"),
                "91094210-be2d-49b0-83e3-88e698137fc3",
                name,
                meta());
    }

    private static StreamId stream(String name) {
        return name.startsWith("session.")
                ? StreamId.of(StreamKind.SESSION, SESSION)
                : StreamId.of(StreamKind.IDENTITY, ADA.value());
    }

    /** With all that must not be told: a claimed name, an id of the client's choice, an address. */
    private static Meta meta() {
        Sealed client =
                new Sealed.Closed(
                        ADA, 1, new Sealed.Place("golden", "meta", 1, "client"), new byte[9]);
        FlowId flow = new FlowId(UUID.fromString("5c1d7a52-3c7d-4e55-9c12-6a3c1d0f7e11"));
        return new Meta(
                "admin:grace@example.org", "a-request", flow, new SessionId(SESSION), client);
    }

    private static ObjectNode payload(String name) {
        try {
            return EventJson.mapper()
                    .readValue(
                            Files.readString(GOLDEN.resolve(name + ".1.json")), ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Class<?> event) {
        EventName name = event.getAnnotation(EventName.class);
        return name == null ? "" : name.value();
    }

    private static List<Class<?>> events() {
        URL main = Bonafide.class.getProtectionDomain().getCodeSource().getLocation();
        try (Stream<JavaClass> types = new ClassFileImporter().importUrl(main).stream()) {
            return types.filter(type -> type.isAnnotatedWith(EventName.class))
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();
        }
    }
}
