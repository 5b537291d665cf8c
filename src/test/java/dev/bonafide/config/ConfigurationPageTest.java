package dev.bonafide.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} says what the rooms bind; so does the catalogue. */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("docs/configuration.md");
    private static final Path HEAD = Path.of("src/test/resources/configuration-head.md");

    private final List<BoundKey> keys = EveryRoom.keys();

    /** Deleting the page and running this once writes it anew. */
    @Test
    void thePageIsWhatTheRecordsSay() throws IOException {
        String text = new Manual(keys, Catalogue.kratos()).text(Files.readString(HEAD));
        if (!Files.exists(PAGE)) {
            Files.writeString(PAGE, text);
        }
        assertThat(Files.readString(PAGE))
                .as("stale: delete " + PAGE + " and run this test, which writes it anew")
                .isEqualTo(text);
    }

    @Test
    void everyKeyThatARoomBindsIsServedByTheCatalogue() {
        assertThat(keys)
                .filteredOn(key -> !key.isOwn())
                .extracting(key -> key.isList() ? key.path() + ".#" : key.path())
                .isNotEmpty()
                .allMatch(ConfigurationPageTest::isServed);
    }

    @Test
    void everyKeyThatTheCatalogueServesIsBound() {
        List<String> bound =
                keys.stream().flatMap(key -> Stream.of(key.path(), key.path() + ".#")).toList();
        assertThat(Catalogue.kratos().rules())
                .filteredOn(rule -> rule.kind() == Rule.Kind.SERVED)
                .extracting(rule -> rule.pattern().toString())
                .isNotEmpty()
                .allMatch(bound::contains);
    }

    private static boolean isServed(String path) {
        return Catalogue.kratos().rules().stream()
                .filter(rule -> rule.kind() == Rule.Kind.SERVED)
                .anyMatch(rule -> rule.pattern().toString().equals(path));
    }
}
