package dev.bonafide.log.commit;

import dev.bonafide.kernel.Hashes;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.store.Commit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A commit that has no position yet.
 *
 * @param id random 128 bits that name it, whatever position it gets
 * @param reads what the decision stood on
 * @param keys stream and sequence of each event
 * @param body the bytes that will be stored
 * @param digest SHA-256 of the body
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Draft(
        byte[] id, List<Read> reads, List<Commit.Key> keys, byte[] body, byte[] digest) {
    /**
     * Checks that each event follows what was read of its stream.
     *
     * @throws IllegalStateException if a sequence is not read + 1, + 2, …: a shell that was kept
     *     over a unit of work would write so
     */
    public static Draft of(byte[] id, List<Read> reads, List<Commit.Key> keys, byte[] body) {
        Map<StreamId, Long> last = new HashMap<>();
        reads.forEach(read -> last.put(read.stream(), read.sequence()));
        for (Commit.Key key : keys) {
            Long before = last.put(key.stream(), key.sequence());
            if (before == null || key.sequence() != before + 1) {
                throw new IllegalStateException(
                        "event %d of stream %s was decided on %s"
                                .formatted(key.sequence(), key.stream(), before));
            }
        }
        return new Draft(id, List.copyOf(reads), List.copyOf(keys), body, Hashes.sha256(body));
    }

    /** The streams that it writes. */
    public Set<StreamId> writes() {
        return keys.stream().map(Commit.Key::stream).collect(Collectors.toUnmodifiableSet());
    }
}
