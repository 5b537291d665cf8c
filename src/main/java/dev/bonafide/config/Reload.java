package dev.bonafide.config;

import java.util.List;

/** What reading the files again came to. */
public sealed interface Reload {
    /** They say the same as before. */
    record Unchanged() implements Reload {}

    /**
     * What they say holds from now on.
     *
     * @param keys that changed, by their paths
     * @param warnings that the files before did not give
     */
    record Applied(List<String> keys, List<String> warnings) implements Reload {}

    /**
     * What they say is refused as a whole, and what was read before still holds.
     *
     * @param problems one line each, naming the key
     */
    record Kept(List<String> problems) implements Reload {}
}
