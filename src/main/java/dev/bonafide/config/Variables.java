package dev.bonafide.config;

import dev.bonafide.config.Node.Kind;
import dev.bonafide.config.Node.Scalar;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Kratos' environment overrides: {@code SELFSERVICE_FLOWS_LOGIN_UI_URL} goes before {@code
 * selfservice.flows.login.ui_url}, upper case, with dots and dashes as underscores; an item of a
 * list by its index from 0. An empty variable is one that is not set: compose files write {@code
 * ${X:-}}.
 */
record Variables(Map<String, String> environment) {
    static String nameOf(String path) {
        return path.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    @Nullable Scalar at(String path) {
        String name = nameOf(path);
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? null : new Scalar(value, Kind.UNTYPED, Place.variable(name));
    }

    /** Whether a variable sets this item of a list, or something inside it. */
    boolean hasItem(String itemPath) {
        String name = nameOf(itemPath);
        return names().stream().anyMatch(set -> set.equals(name) || set.startsWith(name + '_'));
    }

    /** The variables that are set, empty ones left out. */
    Set<String> names() {
        return environment.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
