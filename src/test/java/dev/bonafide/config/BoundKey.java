package dev.bonafide.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One key that some room binds: a scalar, or a list of scalars. In its path, {@code #} is an index
 * and {@code *} any one key.
 *
 * @param reloadable whether it follows the file
 */
record BoundKey(Slot slot, boolean reloadable) {
    /** All keys of a configuration whose parts have been made, in the order of their paths. */
    static List<BoundKey> of(FileConfiguration configuration) {
        Editions editions = configuration.editions();
        return editions.present().bound().stream()
                .flatMap(bound ->
                        slots(Slot.of(bound.path(), bound.type()))
                                .map(slot -> new BoundKey(slot, !editions.isFixed(bound))))
                .toList();
    }

    String path() {
        return slot.path();
    }

    boolean isOwn() {
        return path().startsWith("bonafide.");
    }

    boolean isList() {
        return raw(slot.type()).equals(List.class);
    }

    /** Of the scalar, or of the list's items. */
    Class<?> scalar() {
        return raw(isList() ? argument(slot.type()) : slot.type());
    }

    Scalars.Reading reading() {
        Scalars.Reading reading = Scalars.reading(scalar());
        if (reading == null) {
            throw new AssertionError("no scalar: " + path());
        }
        return reading;
    }

    private static Stream<Slot> slots(Slot slot) {
        Class<?> raw = raw(slot.type());
        if (raw.isRecord()) {
            return Arrays.stream(raw.getRecordComponents())
                    .flatMap(component -> slots(Slot.of(slot.path(), component)));
        }
        boolean many = raw.equals(List.class) || raw.equals(Map.class);
        if (many && raw(argument(slot.type())).isRecord()) {
            String any = raw.equals(List.class) ? "#" : "*";
            return slots(slot.inside(any, argument(slot.type())));
        }
        return Stream.of(slot);
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static Type argument(Type type) {
        Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
        return arguments[arguments.length - 1];
    }
}
