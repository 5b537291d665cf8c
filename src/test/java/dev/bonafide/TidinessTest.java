package dev.bonafide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must not be left lying about in {@code src}, tests included. */
class TidinessTest {
    // Put together, so that this file does not find itself.
    private static final Pattern SWITCHED_OFF =
            Pattern.compile("@([\\w.]+\\.)?(Dis" + "abled|Ig" + "nore)\\b");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

    @Test
    void noTestIsSwitchedOff() {
        assertThat(found(Sources.ROOT.resolve("test/java"), SWITCHED_OFF)).isEmpty();
    }

    @Test
    void nothingIsMarkedAsUnfinished() {
        assertThat(found(Sources.ROOT, UNFINISHED)).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsAndForbidsNull() {
        assertThat(Sources.packages())
                .allSatisfy(folder ->
                        assertThat(folder.resolve("package-info.java"))
                                .content()
                                .contains("/**", "@NullMarked"));
    }

    /** On the class path a test's comes first, so that the room would lose its annotations. */
    @Test
    void noTestHidesThePackageInfoOfARoom() {
        Path tests = Sources.ROOT.resolve("test/java");
        assertThat(Sources.files(tests).filter(file -> file.endsWith("package-info.java")))
                .noneMatch(file -> Files.exists(Sources.MAIN.resolve(tests.relativize(file))));
    }

    private static List<String> found(Path folder, Pattern pattern) {
        return Sources.files(folder).flatMap(file -> found(pattern, file)).toList();
    }

    private static Stream<String> found(Pattern pattern, Path file) {
        assertThat(Files.isReadable(file)).isTrue();
        List<String> lines = Sources.lines(file);
        return IntStream.range(0, lines.size())
                .filter(line -> pattern.matcher(lines.get(line)).find())
                .mapToObj(line -> file + ":" + (line + 1));
    }
}
