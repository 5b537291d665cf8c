package dev.bonafide.config;

import dev.bonafide.config.Node.Mapping;
import dev.bonafide.config.Node.Scalar;
import dev.bonafide.config.Node.Sequence;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills records from nodes, the environment first, and notes what it read. */
final class Binder {
    private final Mapping root;
    private final Variables variables;
    private final Read read;

    Binder(Mapping root, Variables variables, Read read) {
        this.root = root;
        this.variables = variables;
        this.read = read;
    }

    <R extends Record> R bind(String path, Class<R> type) {
        KeyPatterns.of(path, type).forEach(read::pattern);
        return type.cast(
                record(new Slot(path, type, false, null, false), type, Dotted.find(root, path)));
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
        Object value = node instanceof Scalar scalar ? reading.read().apply(scalar) : null;
        if (value == null) {
            throw slot.refuses(node, reading.allowed());
        }
        return value;
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
            values.add(present(item, value(item, i < items.size() ? items.get(i) : null)));
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
                    values.put(key, present(entry, value(entry, node)));
                });
        return Collections.unmodifiableMap(values);
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
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Slot component = Slot.of(slot.path(), components[i]);
            values[i] =
                    value(
                            component,
                            entries.get(
                                    component
                                            .path()
                                            .substring(component.path().lastIndexOf('.') + 1)));
        }
        return construct(slot.path(), type, values);
    }

    private Object construct(String path, Class<?> type, @Nullable Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw refusal(path, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no settings record: " + type, e);
        }
    }

    /**
     * What a compact constructor refuses gets its full path and, where the key is in the file, its
     * place.
     */
    private RuntimeException refusal(String path, @Nullable Throwable cause) {
        if (cause instanceof IllegalArgumentException) {
            return new BadConfiguration(path, String.valueOf(cause.getMessage()));
        }
        if (!(cause instanceof BadConfiguration bad)) {
            return new IllegalStateException("a settings record threw", cause);
        }
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
