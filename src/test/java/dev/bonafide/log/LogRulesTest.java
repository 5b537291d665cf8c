package dev.bonafide.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/log-rules.md names every fault that can be planted, and tests that there are. */
class LogRulesTest {
    private static final Path TESTS = Path.of("src/test/java/dev/bonafide");
    private static final List<String> ENUMS = List.of("append/Fault", "tail/ReadFault");

    private final String table = read(Path.of("docs/log-rules.md"));

    @Test
    void everyFaultIsInTheTable() {
        for (String name : ENUMS) {
            assertThat(matches("^    ([A-Z_]+),?$", read(TESTS.resolve("log/" + name + ".java"))))
                    .filteredOn(fault -> !fault.equals("NONE"))
                    .isNotEmpty()
                    .allSatisfy(fault -> assertThat(table).contains("| `" + fault + "` |"));
        }
    }

    @Test
    void everyTestOfTheTableIsThere() {
        assertThat(matches("`([a-z]+/[A-Za-z]+Test)`", table))
                .isNotEmpty()
                .allSatisfy(test ->
                        assertThat(Stream.of("log/", "", "store/"))
                                .anyMatch(room ->
                                        Files.exists(TESTS.resolve(room + test + ".java"))));
    }

    private static List<String> matches(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
        return matcher.results().map(found -> found.group(1)).toList();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
