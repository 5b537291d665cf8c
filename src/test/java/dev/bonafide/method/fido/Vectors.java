package dev.bonafide.method.fido;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The test vectors of W3C Web Authentication Level 3, section 16, by name and field. */
final class Vectors {
    private static final Path FILE = Path.of("src/test/resources/webauthn/vectors.txt");
    private static final Map<String, Map<String, String>> ALL = read();

    private Vectors() {}

    static Set<String> names() {
        return ALL.keySet();
    }

    /** A field such as {@code reg.challenge} in hexadecimal. */
    static String hex(String name, String field) {
        return Objects.requireNonNull(
                Objects.requireNonNull(ALL.get(name), name).get(field), field);
    }

    static byte[] bytes(String name, String field) {
        return HexFormat.of().parseHex(hex(name, field));
    }

    private static Map<String, Map<String, String>> read() {
        Map<String, Map<String, String>> vectors = new TreeMap<>();
        try {
            Files.readAllLines(FILE).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .forEach(line ->
                            vectors.computeIfAbsent(line[0], name -> new TreeMap<>())
                                    .put(line[1], line[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vectors;
    }
}
