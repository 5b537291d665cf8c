package dev.bonafide.log.verify;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.store.Commit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whether every stream counts 0, 1, 2, … along the log. */
final class StreamSequences {
    private final Map<StreamId, Long> last = new HashMap<>();

    Optional<String> fault(Commit commit) {
        return commit.keys().stream().flatMap(key -> fault(key).stream()).findFirst();
    }

    private Optional<String> fault(Commit.Key key) {
        long expected = last.getOrDefault(key.stream(), -1L) + 1;
        last.put(key.stream(), key.sequence());
        return key.sequence() == expected
                ? Optional.empty()
                : Optional.of(
                        "event %d of stream %s where %d is next"
                                .formatted(key.sequence(), key.stream(), expected));
    }
}
