package dev.bonafide.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with a configuration, gathered so that an operator hears of everything at once. One
 * problem for each key, the first: what follows from a bad value (its list is empty then) is none
 * of its own.
 */
final class Problems {
    private final Map<String, BadConfiguration> byKey = new LinkedHashMap<>();

    void note(BadConfiguration bad) {
        for (BadConfiguration each : bad.all()) {
            if (byKey.keySet().stream().noneMatch(known -> covers(each.key(), known))) {
                byKey.put(each.key(), each);
            }
        }
    }

    private static boolean covers(String key, String known) {
        return known.equals(key) || known.startsWith(key + '.') || key.startsWith(known + '.');
    }

    /** Does the work, and notes what it refuses. */
    void noting(Runnable work) {
        try {
            work.run();
        } catch (BadConfiguration bad) {
            note(bad);
        }
    }

    void add(Problems others) {
        others.byKey.values().forEach(this::note);
    }

    /** Throws them all as one, if there are any. */
    void refuse() {
        if (!byKey.isEmpty()) {
            throw asOne();
        }
    }

    BadConfiguration asOne() {
        return BadConfiguration.of(List.copyOf(byKey.values()));
    }
}
