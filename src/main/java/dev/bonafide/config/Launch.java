package dev.bonafide.config;

import dev.bonafide.config.Node.Mapping;
import java.nio.file.Path;
import java.util.List;

/**
 * What a start was given. {@code written} is the files as one, or the configuration in the jar
 * where {@code files} is empty.
 */
record Launch(List<Path> files, Mapping written, boolean dev, Variables variables) {
    /** A binder whose reading does not count, to look ahead. */
    Binder glance() {
        return new Binder(written, variables, new Read());
    }
}
