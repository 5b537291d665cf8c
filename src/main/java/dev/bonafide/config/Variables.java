package dev.bonafide.config;

import dev.bonafide.config.Node.Kind;
import dev.bonafide.config.Node.Scalar;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Kratos' environment overrides: {@code SELFSERVICE_FLOWS_LOGIN_UI_URL} goes before {@code
 * selfservice.flows.login.ui_url}: dots and dashes become underscores, the case of the name says
 * nothing; an item of a list by its index from 0. An empty variable is one that is not set: compose
 * files write {@code ${X:-}}.
 *
 * @param set by their names in upper case
 */
record Variables(Map<String, Scalar> set) {
    /** Those that are not empty. Of two names that differ in case, the one in capitals counts. */
    static Variables of(Map<String, String> environment) {
        Map<String, Scalar> set = new TreeMap<>();
        new TreeMap<>(environment)
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        Scalar scalar = new Scalar(value, Kind.UNTYPED, Place.variable(name));
                        set.putIfAbsent(name.toUpperCase(Locale.ROOT), scalar);
                    }
                });
        return new Variables(Map.copyOf(set));
    }

    static String nameOf(String path) {
        return path.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    @Nullable Scalar at(String path) {
        return set.get(nameOf(path));
    }

    /** One of {@link #names}. */
    Scalar named(String name) {
        Scalar value = set.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no variable " + name);
        }
        return value;
    }

    /** Whether a variable sets this item of a list, or something inside it. */
    boolean hasItem(String itemPath) {
        String name = nameOf(itemPath);
        return set.keySet().stream()
                .anyMatch(any -> any.equals(name) || any.startsWith(name + '_'));
    }

    /** In upper case. */
    Set<String> names() {
        return new TreeSet<>(set.keySet());
    }
}
