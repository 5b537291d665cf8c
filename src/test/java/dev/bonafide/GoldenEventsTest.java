package dev.bonafide;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.bonafide.kernel.EventName;
import dev.bonafide.kernel.Sealer;
import dev.bonafide.log.Upcaster.Shape;
import dev.bonafide.log.event.EventCodec;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every revision of an event that was ever released still reads, and today's release writes exactly
 * what its file says.
 */
class GoldenEventsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final List<Class<?>> EVENTS = events();

    private final EventCodec codec = new EventCodec(List.of(() -> EVENTS), List.of());

    private final Sealer never =
            (value, place) -> {
                throw new AssertionError("a golden file holds sealed values only");
            };

    @ParameterizedTest
    @MethodSource("files")
    void readsAndWritesTheSame(Path file) throws IOException {
        Shape shape = shape(file);
        ObjectNode stored = (ObjectNode) new JsonMapper().readTree(Files.readString(file));
        Object event = codec.read("golden", shape, stored.deepCopy());
        EventName name = event.getClass().getAnnotation(EventName.class);
        if (name.revision() == shape.revision() && name.value().equals(shape.name())) {
            assertThat(codec.write(event, "golden", never).payload())
                    .hasToString(stored.toString());
        }
    }

    @Test
    void everyEventHasAFile() {
        assertThat(EVENTS)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(GOLDEN.resolve(fileName(event))).exists());
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.sorted().toList().stream();
        }
    }

    private static Shape shape(Path file) {
        String name = file.getFileName().toString().replace(".json", "");
        int dot = name.lastIndexOf('.');
        return new Shape(name.substring(0, dot), Integer.parseInt(name.substring(dot + 1)));
    }

    private static String fileName(Class<?> event) {
        EventName name = event.getAnnotation(EventName.class);
        return name.value() + "." + name.revision() + ".json";
    }

    private static List<Class<?>> events() {
        URL main = Bonafide.class.getProtectionDomain().getCodeSource().getLocation();
        return new ClassFileImporter()
                .importUrl(main).stream()
                        .filter(type -> type.isAnnotatedWith(EventName.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }
}
