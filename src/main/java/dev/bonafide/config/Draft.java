package dev.bonafide.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A settings record in the making. */
final class Draft {
    private static final Object NOTHING = new Object();

    private final String path;
    private final Class<?> type;
    private final RecordComponent[] components;
    private final @Nullable Object[] values;
    private final Set<Integer> replaced = new HashSet<>();
    private @Nullable BadConfiguration unmakable;
    private int filled;

    Draft(String path, Class<?> type) {
        this.path = path;
        this.type = type;
        this.components = type.getRecordComponents();
        this.values = new @Nullable Object[components.length];
    }

    /** The stand-in of a component that has none: the record can't be made without its value. */
    static Object nothing() {
        return NOTHING;
    }

    /** Fills the next component. */
    void put(@Nullable Object value) {
        values[filled++] = value;
    }

    /** Fills it with what stands in for a value that was refused. */
    void putStandIn(BadConfiguration refused, @Nullable Object standIn) {
        unmakable = standIn == NOTHING && unmakable == null ? refused : unmakable;
        replaced.add(filled);
        put(standIn);
    }

    /**
     * The record, with a stand-in for each value that its compact constructor refuses: that tells
     * one at a time.
     *
     * @param told takes a refusal down, and gives it back with its full path
     * @throws BadConfiguration when it can't be made
     */
    Object made(
            Function<BadConfiguration, BadConfiguration> told,
            Function<Slot, @Nullable Object> standIn) {
        while (unmakable == null) {
            try {
                return construct();
            } catch (BadConfiguration bad) {
                BadConfiguration full = told.apply(bad);
                int index = indexOf(bad.key());
                boolean again = index >= 0 && replaced.add(index);
                values[again ? index : 0] =
                        again ? standIn.apply(Slot.of(path, components[index])) : NOTHING;
                unmakable = Arrays.asList(values).contains(NOTHING) ? full : null;
            }
        }
        throw unmakable;
    }

    private int indexOf(String key) {
        for (int i = 0; i < components.length; i++) {
            String own = Slot.of("", components[i]).path();
            if (key.equals(own) || key.startsWith(own + '.')) {
                return i;
            }
        }
        return -1;
    }

    private Object construct() {
        try {
            Class<?>[] types =
                    Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw refusal(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no settings record: " + type, e);
        }
    }

    private static RuntimeException refusal(@Nullable Throwable cause) {
        return cause instanceof BadConfiguration bad
                ? bad
                : new IllegalStateException("a settings record threw", cause);
    }
}
