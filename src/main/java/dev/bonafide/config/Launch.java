package dev.bonafide.config;

import dev.bonafide.config.Node.Mapping;
import java.nio.file.Path;
import java.util.List;

/**
 * What a start was given.
 *
 * @param files in order, the later over the earlier; none means the configuration in the jar
 */
record Launch(List<Path> files, boolean dev, Variables variables) {
    Launch {
        files = List.copyOf(files);
    }

    /** The files as one, and over them the mappings that variables give as a whole. */
    Mapping read(Prints prints) {
        files.forEach(prints::note);
        return Whole.over(Sources.merged(files), variables);
    }

    boolean shipped() {
        return files.isEmpty();
    }
}
