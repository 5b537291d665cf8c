package dev.bonafide.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What has been bound so far: the keys of the file that somebody read, the variables that somebody
 * would read, and the patterns of all keys that can be bound ({@code #} is an index, {@code *} any
 * key), which is what a hint is taken from.
 */
final class Read {
    private final Set<String> keys = new HashSet<>();
    private final Set<String> replaced = new HashSet<>();
    private final Set<String> variables = new HashSet<>();
    private final Set<String> patterns = new HashSet<>();

    void key(String path) {
        keys.add(path);
        variables.add(Variables.nameOf(path));
    }

    /** The environment replaced this whole list of the file. */
    void replaced(String path) {
        replaced.add(path + '.');
    }

    void pattern(String pattern) {
        patterns.add(pattern);
    }

    boolean hasKey(String path) {
        return keys.contains(path) || replaced.stream().anyMatch(path::startsWith);
    }

    boolean hasVariable(String name) {
        return variables.contains(name);
    }

    List<String> patterns() {
        return List.copyOf(patterns);
    }
}
