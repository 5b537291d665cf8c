package dev.bonafide.vault;

import dev.bonafide.store.Keys;
import java.util.List;
import java.util.function.Consumer;

/** Walks the names under a prefix in bounded steps, however many there are. */
final class Names {
    static final int STEP = 256;

    private Names() {}

    static void each(Keys keys, String prefix, Consumer<String> use) {
        String after = "";
        List<String> step;
        do {
            step = keys.names(prefix, after, STEP);
            step.forEach(use);
            after = step.isEmpty() ? after : step.getLast();
        } while (step.size() == STEP);
    }
}
