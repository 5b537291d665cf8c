package dev.bonafide.config;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One place to fill: its path, its type, and what an absent key means there. */
record Slot(String path, Type type, boolean nullable, @Nullable String fallback, boolean secret) {
    /**
     * The slot of a component in the record at a path: {@code requiredAal} is {@code required_aal},
     * a {@link Key} is taken as it is.
     */
    static Slot of(String parent, RecordComponent component) {
        Default fallback = component.getAnnotation(Default.class);
        return new Slot(
                Dotted.child(parent, key(component)),
                component.getGenericType(),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                fallback == null ? null : fallback.value(),
                component.isAnnotationPresent(Secret.class));
    }

    private static String key(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        return key == null
                ? component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)
                : key.value();
    }

    /** The slot of an item or entry: no default of its own, as secret as the whole. */
    Slot inside(String key, Type item) {
        return new Slot(Dotted.child(path, key), item, false, null, secret);
    }

    /** The refusal of a value that is there. */
    BadConfiguration refuses(Node node, String allowed) {
        String value = secret ? "the value (hidden)" : node.what();
        return BadConfiguration.at(node.place(), path, value + " is refused; allowed: " + allowed);
    }

    BadConfiguration missing() {
        return new BadConfiguration(path, "is missing; it has no default");
    }
}
