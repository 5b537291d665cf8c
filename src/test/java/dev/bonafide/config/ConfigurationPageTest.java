package dev.bonafide.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.Application;
import dev.bonafide.cli.SpringServer;
import dev.bonafide.kernel.Entropy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} says what the rooms bind; so does the catalogue. */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("docs/configuration.md");
    private static final Path HEAD = Path.of("src/test/resources/configuration-head.md");

    private static List<BoundKey> keys = List.of();

    @BeforeAll
    static void everyRoomBinds() throws Exception {
        keys = boundByEveryRoom();
    }

    /** What a whole server binds. */
    static List<BoundKey> boundByEveryRoom() throws Exception {
        Map<String, String> environment = new TreeMap<>(Written.SECRETS);
        environment.putAll(
                Map.of("DSN", "memory", "SERVE_PUBLIC_PORT", "0", "SERVE_ADMIN_PORT", "0"));
        FileConfiguration configuration =
                FileConfiguration.load(List.of(), false, environment, Entropy.system());
        new SpringServer(Application.class).start(configuration).close();
        return BoundKey.of(configuration);
    }

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
