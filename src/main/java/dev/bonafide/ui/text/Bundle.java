package dev.bonafide.ui.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Entries of files of one name that lie in the packages of several classes. */
final class Bundle {
    private Bundle() {}

    /**
     * All entries together; a class without such a file adds none.
     *
     * @throws IllegalStateException if two files have one key with two texts, because which of them
     *     wins would be chance
     */
    static Map<String, String> of(Collection<? extends Class<?>> places, String file) {
        Map<String, String> all = new TreeMap<>();
        for (Class<?> place : places) {
            read(place, file)
                    .forEach((key, text) -> {
                        String before = all.put(key.toString(), text.toString());
                        if (before != null && !before.equals(text)) {
                            throw new IllegalStateException(file + " has two texts for " + key);
                        }
                    });
        }
        return Map.copyOf(all);
    }

    private static Properties read(Class<?> place, String file) {
        Properties entries = new Properties();
        try (var stream = place.getResourceAsStream(file)) {
            if (stream != null) {
                entries.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
