package dev.bonafide.config;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A place of the configuration and the record that is filled from it. */
record Bound(String path, Class<? extends Record> type) {
    /** The keys whose values differ between two records of this kind. */
    Stream<String> changed(@Nullable Record before, @Nullable Record after) {
        return changed(path, before, after);
    }

    private static Stream<String> changed(
            String path, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return Stream.empty();
        }
        return before instanceof Record old
                        && after instanceof Record now
                        && old.getClass().equals(now.getClass())
                ? inside(path, old, now)
                : Stream.of(path);
    }

    private static Stream<String> inside(String path, Record before, Record after) {
        return Arrays.stream(before.getClass().getRecordComponents())
                .flatMap(component ->
                        changed(
                                Slot.of(path, component).path(),
                                Slot.value(component, before),
                                Slot.value(component, after)));
    }
}
