package dev.bonafide.config;

import dev.bonafide.config.Node.Mapping;
import dev.bonafide.config.Node.Scalar;
import dev.bonafide.config.Node.Sequence;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills records from nodes, the environment first, and notes what it read. A value that is refused
 * is noted and stood in for (by its default, by none), so that the values after it are looked at
 * too; whoever binds has to look at the {@link Problems} before using what came out.
 */
final class Binder {
    private final Mapping root;
    private final Variables variables;
    private final Read read;
    private final Problems problems;

    Binder(Mapping root, Variables variables, Read read, Problems problems) {
        this.root = root;
        this.variables = variables;
        this.read = read;
        this.problems = problems;
    }

    /**
     * The record, perhaps with stand-ins.
     *
     * @throws BadConfiguration with all that is noted, when a record has to hold what has no
     *     stand-in
     */
    <R extends Record> R bind(String path, Class<R> type) {
        KeyPatterns.of(path, type).forEach(read::pattern);
        try {
            return type.cast(record(Slot.of(path, type), type, Dotted.find(root, path)));
        } catch (BadConfiguration bad) {
            problems.note(bad);
            throw problems.asOne();
        }
    }

    private @Nullable Object value(Slot slot, @Nullable Node written) {
        Class<?> raw = raw(slot.type());
        if (raw.isRecord()) {
            return written == null && slot.nullable() ? null : record(slot, raw, written);
        }
        read.key(slot.path());
        if (List.class.isAssignableFrom(raw)) {
            return list(slot, written);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return map(slot, written);
        }
        Scalar variable = variables.at(slot.path());
        Node node = variable == null ? written : variable;
        return node == null ? absent(slot, raw) : scalar(slot, raw, node);
    }

    private static @Nullable Object absent(Slot slot, Class<?> raw) {
        if (slot.fallback() != null) {
            return scalar(slot, raw, Untyped.byDefault(slot.fallback()));
        }
        if (slot.nullable()) {
            return null;
        }
        throw slot.missing();
    }

    private static Object scalar(Slot slot, Class<?> raw, Node node) {
        Scalars.Reading reading = Scalars.reading(raw);
        if (reading == null) {
            throw new IllegalStateException(
                    "no setting can be a " + raw.getName() + ": " + slot.path());
        }
        if (!(node instanceof Scalar scalar)) {
            throw slot.refuses(node, slot.allowed(reading));
        }
        return slot.read(reading, scalar);
    }

    private @Nullable List<?> list(Slot slot, @Nullable Node written) {
        Node node = written(slot, written);
        if (node != null && !(node instanceof Sequence)) {
            throw slot.refuses(node, "a list");
        }
        List<Node> items = node instanceof Sequence sequence ? sequence.items() : List.of();
        Type type = argument(slot.type(), 0);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < items.size() || variables.hasItem(slot.path() + '.' + i); i++) {
            Slot item = slot.inside(Integer.toString(i), type);
            Node each = i < items.size() ? items.get(i) : null;
            problems.noting(() -> values.add(present(item, value(item, each))));
        }
        return node == null && values.isEmpty() && slot.nullable()
                ? null
                : Collections.unmodifiableList(values);
    }

    /** The list that counts: the environment's, the file's, or the default's. */
    private @Nullable Node written(Slot slot, @Nullable Node written) {
        Scalar variable = variables.at(slot.path());
        if (variable != null) {
            read.replaced(slot.path());
            return Untyped.list(slot, variable);
        }
        String fallback = slot.fallback();
        return written == null && fallback != null ? Untyped.listByDefault(fallback) : written;
    }

    private @Nullable Map<String, ?> map(Slot slot, @Nullable Node written) {
        if (written == null) {
            return slot.nullable() ? null : Map.of();
        }
        if (!(written instanceof Mapping mapping)) {
            throw slot.refuses(written, "a mapping");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        mapping.entries()
                .forEach((key, node) -> {
                    Slot entry = slot.inside(key, argument(slot.type(), 1));
                    Node here = isRecordOfDefaults(entry, node) ? null : node;
                    problems.noting(() -> values.put(key, present(entry, value(entry, here))));
                });
        return Collections.unmodifiableMap(values);
    }

    /** A key with nothing behind it: OpenID Connect's way to ask for a claim. */
    private static boolean isRecordOfDefaults(Slot entry, Node node) {
        return raw(entry.type()).isRecord()
                && node instanceof Scalar scalar
                && scalar.kind() == Node.Kind.NULL;
    }

    private static Object present(Slot slot, @Nullable Object value) {
        if (value == null) {
            throw slot.missing();
        }
        return value;
    }

    private Object record(Slot slot, Class<?> type, @Nullable Node node) {
        if (node != null && !(node instanceof Mapping)) {
            throw slot.refuses(node, "a mapping");
        }
        read.key(slot.path());
        Map<String, Node> entries = node instanceof Mapping mapping ? mapping.entries() : Map.of();
        Draft draft = new Draft(slot.path(), type);
        for (RecordComponent component : type.getRecordComponents()) {
            Slot place = Slot.of(slot.path(), component);
            try {
                draft.put(value(place, entries.get(place.key())));
            } catch (BadConfiguration bad) {
                problems.note(bad);
                draft.putStandIn(bad, standIn(place));
            }
        }
        return draft.made(bad -> told(slot.path(), bad), this::standIn);
    }

    /** What is taken for a value that is refused; null for none, where there may be none. */
    private @Nullable Object standIn(Slot slot) {
        Class<?> raw = raw(slot.type());
        if (slot.fallback() != null && Scalars.reading(raw) != null) {
            return scalar(slot, raw, Untyped.byDefault(slot.fallback()));
        }
        if (slot.nullable()) {
            return null;
        }
        if (List.class.isAssignableFrom(raw)) {
            return List.of();
        }
        if (Map.class.isAssignableFrom(raw)) {
            return Map.of();
        }
        return raw.isRecord() ? ofDefaults(slot, raw) : Draft.nothing();
    }

    /** What follows from the refusal is no problem of its own, so none is noted. */
    private Object ofDefaults(Slot slot, Class<?> raw) {
        try {
            return new Binder(root, new Variables(Map.of()), new Read(), new Problems())
                    .record(slot, raw, null);
        } catch (BadConfiguration unmakable) {
            return Draft.nothing();
        }
    }

    private BadConfiguration told(String path, BadConfiguration bad) {
        BadConfiguration full = placed(path, bad);
        problems.note(full);
        return full;
    }

    /**
     * What a compact constructor refuses gets its full path and, where the key is in the file, its
     * place.
     */
    private BadConfiguration placed(String path, BadConfiguration bad) {
        String key = Dotted.child(path, bad.key());
        Scalar variable = variables.at(key);
        Node node = variable == null ? Dotted.find(root, key) : variable;
        return node == null
                ? new BadConfiguration(key, bad.problem())
                : BadConfiguration.at(node.place(), key, bad.problem());
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
