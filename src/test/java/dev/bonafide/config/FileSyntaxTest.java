package dev.bonafide.config;

import static dev.bonafide.config.Written.SECRETS;
import static dev.bonafide.config.Written.refusal;
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

class FileSyntaxTest {
    @TempDir Path folder;

    private static FileConfiguration file(String name, String text) {
        return Written.load(List.of(text), name, SECRETS, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a: 1\\na: 2                   | a: is given twice in one mapping (kratos.yml:2)
                    x: {b: 1, b: 2}               | b: is given twice in one mapping (kratos.yml:1)
                    serve.public.port: 1          | serve.public.port: is not a key; allowed: no dots, nested mappings instead (kratos.yml:1)
                    x: !!str 5                    | the tag tag:yaml.org,2002:str is not read; allowed: no tags (kratos.yml:1)
                    x: !env DSN                   | the tag !env is not read; allowed: no tags (kratos.yml:1)
                    x: &a [*a]                    | the alias *a stands for nothing before it (kratos.yml:1)
                    x: *b                         | the alias *b stands for nothing before it (kratos.yml:1)
                    ? [a]\\n: b                   | a key has to be a plain word (kratos.yml:1)
                    - a                           | holds a list; allowed: a mapping of keys
                    word                          | holds "word"; allowed: a mapping of keys
                    a: 1\\n---\\nb: 2             | holds more than one document
                    a: [1                         | is not YAML
                    a: b: c                       | is not YAML
                    \\tb: 1                       | is not YAML
                    """)
    void refusesYamlThatIsNotPlain(String text, String words) {
        String unescaped = text.replace("\\n", "\n").replace("\\t", "\t");
        assertThat(refusal(() -> file("kratos.yml", unescaped))).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"a": 1, "a": 2}     | is given twice in one mapping
                    {"a": 1,}            | is not JSON
                    {'a': 1}             | is not JSON
                    {"a": 01}            | is not JSON
                    {"a": 1} {}          | holds more than one value
                    [1]                  | holds a list; allowed: a mapping of keys
                    # nothing            | is not JSON
                    """)
    void refusesJsonThatIsNotPlain(String text, String words) {
        assertThat(refusal(() -> file("kratos.json", text))).contains(words);
    }

    @Test
    void readsJsonWithItsOwnEscapes() {
        record Text(String text) {}
        FileConfiguration json =
                file("kratos.json", "{\n\t\"x\": {\"text\": \"\\ud83d\\ude00\\/\"}}");
        assertThat(json.bind("x", Text.class).text()).isEqualTo("😀/");
    }

    @Test
    void anEmptyFileIsAnEmptyMapping() {
        assertThat(file("kratos.yml", "# nothing yet\n").names("dsn")).isFalse();
    }

    @Test
    void anAliasCountsAsWhatItStandsFor() {
        StringBuilder bomb = new StringBuilder("a: &a [1,2,3,4,5,6,7,8,9]\n");
        for (char name = 'b'; name <= 'i'; name++) {
            String before = "*" + (char) (name - 1);
            bomb.append(name)
                    .append(": &")
                    .append(name)
                    .append(" [")
                    .append((before + ",").repeat(9))
                    .append("]\n");
        }
        assertThat(refusal(() -> file("kratos.yml", bomb.toString())))
                .contains("more than 20000 values");
    }

    @Test
    void refusesDepthBeforeItFillsTheStack() {
        String deep = "[".repeat(500_000);
        assertThat(refusal(() -> file("kratos.yml", "a: " + deep)))
                .contains("nested deeper than 40 levels");
        assertThat(refusal(() -> file("kratos.json", "{\"a\": " + deep)))
                .contains("nested deeper than 40 levels");
    }

    @Test
    void refusesLargeFilesForeignEncodingsAndFormats() throws IOException {
        assertThat(refusal(() -> file("kratos.yml", "#".repeat(NodeLimits.BYTES_MAX + 1))))
                .contains("is larger than 1048576 bytes");
        assertThat(refusal(() -> file("kratos.toml", "a = 1"))).contains("TOML is not read");
        Path latin =
                Files.write(
                        folder.resolve("latin.yml"), "a: é".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refusal(() -> load(latin))).contains("is not UTF-8");
        assertThat(refusal(() -> load(folder.resolve("none.yml")))).contains("there is no file ");
        assertThat(refusal(() -> load(folder))).contains("can't be read");
    }

    private static void load(Path file) {
        FileConfiguration.load(List.of(file), false, SECRETS, Entropy.system());
    }

    @Test
    void laterFilesGoOverEarlierOnesKeyByKeyAndReplaceLists() {
        record Merged(String a, String b, List<String> list) {}
        List<String> files =
                List.of("x: {a: one, b: one, list: [1st, 2nd]}", "x:\n  b: two\n  list: [3rd]");
        FileConfiguration merged = Written.load(files, "kratos.yml", SECRETS, false);
        assertThat(merged.bind("x", Merged.class))
                .isEqualTo(new Merged("one", "two", List.of("3rd")));
    }

    @Test
    void namesTheFileOfTheLaterValue() {
        record Counted(int n) {}
        List<String> files = List.of("x: {n: 1}", "\n\nx: {n: a}");
        assertThat(
                        refusal(() ->
                                Written.load(files, "two.yml", SECRETS, false)
                                        .bind("x", Counted.class)))
                .isEqualTo("x.n: \"a\" is refused; allowed: a whole number (two.yml:3)");
    }
}
