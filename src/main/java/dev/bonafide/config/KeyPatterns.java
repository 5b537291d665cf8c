package dev.bonafide.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All keys that a settings record can read, whether they are there or not: {@code
 * identity.schemas.#.id}, {@code courier.smtp.headers.*}.
 */
final class KeyPatterns {
    private KeyPatterns() {}

    static Stream<String> of(String path, Type type) {
        if (type instanceof Class<?> record && record.isRecord()) {
            return Arrays.stream(record.getRecordComponents())
                    .flatMap(component -> component(path, component));
        }
        if (type instanceof ParameterizedType generic) {
            return collection(
                    path, generic.getRawType(), List.of(generic.getActualTypeArguments()));
        }
        return Stream.of(path);
    }

    private static Stream<String> component(String path, RecordComponent component) {
        Slot slot = Slot.of(path, component);
        return of(slot.path(), slot.type());
    }

    private static Stream<String> collection(String path, Type raw, List<Type> arguments) {
        String any = raw == Map.class ? "*" : "#";
        return of(Dotted.child(path, any), arguments.getLast());
    }
}
