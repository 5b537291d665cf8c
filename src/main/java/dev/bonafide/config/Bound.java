package dev.bonafide.config;

import java.util.Arrays;
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
        if (before == null ? after == null : before.equals(after)) {
            return Stream.empty();
        }
        boolean alike =
                before instanceof Record
                        && after != null
                        && before.getClass().equals(after.getClass());
        return alike
                ? Arrays.stream(before.getClass().getRecordComponents())
                        .flatMap(component ->
                                changed(
                                        Slot.of(path, component).path(),
                                        Slot.value(component, before),
                                        Slot.value(component, after)))
                : Stream.of(path);
    }
}
