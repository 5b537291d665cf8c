package dev.bonafide.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Somewhere to put a store for the length of a measure. */
final class Folders implements AutoCloseable {
    private final Path root;

    Folders() throws IOException {
        root = Files.createTempDirectory("bonafide-bench");
    }

    Path file(String name) {
        return root.resolve(name);
    }

    /** Bytes of all files in it whose name ends so. */
    long bytes(String end) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(end)).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
