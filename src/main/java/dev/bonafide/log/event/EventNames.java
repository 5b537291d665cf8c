package dev.bonafide.log.event;

import dev.bonafide.kernel.EventName;
import dev.bonafide.log.EventTypes;
import dev.bonafide.log.Upcaster.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which record stands for which stored name, today. One name, one record: else the start fails. */
final class EventNames {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*(\\.[a-z][a-z0-9_-]*)+");

    private final Map<Class<?>, Shape> shapes = new HashMap<>();
    private final Map<String, Class<?>> classes = new HashMap<>();

    EventNames(List<EventTypes> types) {
        types.forEach(room -> room.events().forEach(this::register));
    }

    private void register(Class<?> type) {
        EventName name = type.getAnnotation(EventName.class);
        if (name == null || !type.isRecord()) {
            throw new IllegalStateException(type + " is no record with an @EventName");
        }
        if (!NAME.matcher(name.value()).matches() || name.revision() < 1) {
            throw new IllegalStateException(type + " has no proper name: " + name);
        }
        EventShapes.check(type);
        Class<?> other = classes.putIfAbsent(name.value(), type);
        if (other != null) {
            throw new IllegalStateException(
                    "both " + other + " and " + type + " are stored as " + name.value());
        }
        shapes.put(type, new Shape(name.value(), name.revision()));
    }

    /** Name and revision under which a record is written. */
    Shape shapeOf(Class<?> type) {
        Shape shape = shapes.get(type);
        if (shape == null) {
            throw new IllegalStateException(type + " is not among the registered events");
        }
        return shape;
    }

    /** The record of exactly this shape, if today's release writes it. */
    Optional<Class<?>> today(Shape shape) {
        @Nullable Class<?> type = classes.get(shape.name());
        return Optional.<Class<?>>ofNullable(type)
                .filter(known -> shapeOf(known).revision() == shape.revision());
    }
}
