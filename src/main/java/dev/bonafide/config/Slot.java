package dev.bonafide.config;

import dev.bonafide.config.Node.Scalar;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One place to fill: its path, its type, and what an absent key means there.
 *
 * @param doc of the component, or of the list or map that this is inside of
 */
record Slot(
        String path,
        Type type,
        boolean nullable,
        @Nullable String fallback,
        boolean secret,
        @Nullable Range range,
        @Nullable Doc doc) {
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
                component.isAnnotationPresent(Secret.class),
                component.getAnnotation(Range.class),
                component.getAnnotation(Doc.class));
    }

    /** The slot of a whole record. */
    static Slot of(String path, Class<?> type) {
        return new Slot(path, type, false, null, false, null, null);
    }

    private static String key(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        return key == null
                ? component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)
                : key.value();
    }

    /** The value of a component in a record, whoever may see it. */
    static @Nullable Object value(RecordComponent component, Object owner) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a settings record hides " + component, e);
        }
    }

    /** The slot of an item or entry: no default of its own, as secret as the whole. */
    Slot inside(String key, Type item) {
        return new Slot(Dotted.child(path, key), item, false, null, secret, range, doc);
    }

    /** The last word of the path: the key in its mapping. */
    String key() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /**
     * What the scalar means here.
     *
     * @throws BadConfiguration where that is nothing, or out of range
     */
    Object read(Scalars.Reading reading, Scalar scalar) {
        Object value = reading.read().apply(scalar);
        boolean inside =
                range == null
                        || (value instanceof Number number
                                && number.longValue() >= range.min()
                                && number.longValue() <= range.max());
        if (value == null || !inside) {
            throw refuses(scalar, allowed(reading));
        }
        return value;
    }

    /** In words. */
    String allowed(Scalars.Reading reading) {
        return range == null
                ? reading.allowed()
                : "a whole number from " + range.min() + " to " + range.max();
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
