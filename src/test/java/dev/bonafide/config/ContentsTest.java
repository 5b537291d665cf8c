package dev.bonafide.config;

import static dev.bonafide.config.Written.SECRETS;
import static dev.bonafide.config.Written.refusal;
import static dev.bonafide.config.Written.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Entropy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentsTest {
    private static final String KEY = "identity.schemas.0.url";

    @TempDir Path folder;

    @Test
    void readsFilesAndBase64() throws IOException {
        FileConfiguration file = yaml("{}");
        Path schema = Files.writeString(folder.resolve("schema.json"), "{}");
        assertThat(Contents.of(file, KEY, "file://" + schema))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{}");
        assertThat(Contents.of(file, KEY, "base64://e30="))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{}");
        assertThat(Contents.of(file, KEY, "base64://e30"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    https://example.org/schema.json  | "https://example.org/schema.json" is refused; allowed: file://PATH or base64://TEXT
                    schema.json                      | "schema.json" is refused; allowed: file://PATH or base64://TEXT
                    base64://{}                      | what follows base64:// is not base64
                    file://none/schema.json          | there is no file none/schema.json
                    classpath:none.json              | the jar holds no none.json
                    """)
    void refusesWhatItCantRead(String address, String problem) {
        assertThat(refusal(() -> Contents.of(yaml("{}"), KEY, address)))
                .isEqualTo(KEY + ": " + problem);
    }

    @Test
    void onlyTheConfigurationInTheJarPointsIntoTheJar() {
        String address = "classpath:bonafide.identity.schema.json";
        FileConfiguration shipped =
                FileConfiguration.load(List.of(), false, SECRETS, Entropy.system());
        assertThat(Contents.of(shipped, KEY, address)).isNotEmpty();
        FileConfiguration file = yaml("identity: {schemas: [{id: a, url: '" + address + "'}]}");
        assertThat(refusal(() -> Contents.of(file, KEY, address)))
                .contains("is refused; allowed: file://PATH");
    }
}
