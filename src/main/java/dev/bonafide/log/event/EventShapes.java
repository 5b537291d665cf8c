package dev.bonafide.log.event;

import dev.bonafide.kernel.Sealed;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which fields an event may have: those whose JSON is decided here. Floating point, wall-clock
 * types without a zone and interfaces are not among them, since what they look like on disk is
 * nobody's decision.
 */
final class EventShapes {
    private static final Set<Class<?>> PLAIN =
            Set.of(
                    String.class,
                    boolean.class,
                    int.class,
                    long.class,
                    Boolean.class,
                    Integer.class,
                    Long.class,
                    Instant.class,
                    Sealed.class);

    private EventShapes() {}

    /** {@link IllegalStateException} naming the field, if the record has one without a form. */
    static void check(Class<?> event) {
        for (RecordComponent component : event.getRecordComponents()) {
            require(component.getGenericType(), event.getName() + "." + component.getName());
        }
    }

    private static void require(Type type, String where) {
        switch (type) {
            case Class<?> plain when leaf(plain) -> {}
            case Class<?> nested when nested.isRecord() -> check(nested);
            case ParameterizedType generic -> requireGeneric(generic, where);
            default -> throw refused(type, where);
        }
    }

    private static void requireGeneric(ParameterizedType type, String where) {
        Type[] parts = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            require(parts[0], where);
        } else if (type.getRawType() == Set.class && text(parts[0])) {
            require(parts[0], where);
        } else if (type.getRawType() == Map.class && text(parts[0])) {
            require(parts[1], where);
        } else {
            throw refused(type, where);
        }
    }

    private static boolean leaf(Class<?> type) {
        return PLAIN.contains(type) || text(type);
    }

    /** Those written as a JSON string: they alone can be sorted, and so be keys and set members. */
    private static boolean text(Type type) {
        return type instanceof Class<?> plain
                && (plain == String.class || plain.isEnum() || TextForms.has(plain));
    }

    private static IllegalStateException refused(Type type, String where) {
        return new IllegalStateException(where + ": " + type + " has no stored form");
    }
}
