package dev.bonafide.log.event;

import dev.bonafide.log.Upcaster;
import dev.bonafide.log.Upcaster.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Follows the upcasters from a stored shape to one that today's release knows. */
final class Upcasting {
    private final EventNames names;
    private final Map<Shape, Upcaster> steps = new HashMap<>();

    /** {@link IllegalStateException} if two begin at one shape, or a chain leads nowhere. */
    Upcasting(EventNames names, List<Upcaster> upcasters) {
        this.names = names;
        upcasters.forEach(this::register);
        steps.keySet().forEach(this::requireEnd);
    }

    private void register(Upcaster upcaster) {
        if (steps.putIfAbsent(upcaster.from(), upcaster) != null) {
            throw new IllegalStateException("two upcasters from " + upcaster.from());
        }
        if (names.today(upcaster.from()).isPresent()) {
            throw new IllegalStateException("an upcaster from today's shape " + upcaster.from());
        }
    }

    private void requireEnd(Shape start) {
        Set<Shape> seen = new HashSet<>();
        Shape shape = start;
        while (steps.containsKey(shape)) {
            if (!seen.add(shape)) {
                throw new IllegalStateException("upcasters go round from " + start);
            }
            shape = steps.get(shape).to();
        }
        if (names.today(shape).isEmpty()) {
            throw new IllegalStateException("upcasters from " + start + " end at " + shape);
        }
    }

    /** The record that a stored shape is read as; {@link Undecodable} if none. */
    Class<?> typeOf(Shape stored) {
        Shape shape = stored;
        for (Upcaster step = steps.get(shape); step != null; step = steps.get(shape)) {
            shape = step.to();
        }
        return names.today(shape).orElseThrow(() -> new Undecodable("unknown event " + stored));
    }

    ObjectNode upcast(Shape stored, ObjectNode payload) {
        Shape shape = stored;
        ObjectNode upcast = payload;
        for (Upcaster step = steps.get(shape); step != null; step = steps.get(shape)) {
            upcast = step.upcast(upcast);
            shape = step.to();
        }
        return upcast;
    }
}
