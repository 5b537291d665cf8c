package dev.bonafide.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The files of one reading, as they were just before each was read: whatever is written later
 * differs from its print, so no change is missed.
 */
final class Prints {
    private final Map<Path, Print> byFile = new ConcurrentHashMap<>();

    /** To be called before the file is read. */
    void note(Path file) {
        byFile.putIfAbsent(file, Print.of(file));
    }

    /** Those of a reading that broke off, over those before: none is watched less for it. */
    Prints over(Prints before) {
        Prints all = new Prints();
        all.byFile.putAll(before.byFile);
        all.byFile.putAll(byFile);
        return all;
    }

    Map<Path, Print> noted() {
        return Map.copyOf(byFile);
    }

    /** The same files as they are now. */
    Map<Path, Print> now() {
        return byFile.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), Print::of));
    }
}
