package dev.bonafide.log;

import dev.bonafide.log.reader.Seen;
import dev.bonafide.log.verify.Walk;
import dev.bonafide.store.CommitLog;
import dev.bonafide.store.Documents;
import java.util.List;
import java.util.Optional;

/**
 * Checks a stored log from its first commit to its last: positions dense, chain unbroken, digests
 * and hashes right, keys equal to bodies, streams without gaps, times never going back, a proper
 * beginning. Keeps the last sequence number of every stream in memory.
 *
 * <p>A log that was cut off at its end is sound in itself. Only somebody who saw it longer can
 * tell: hence the checkpoints.
 */
public final class LogVerifier {
    private final CommitLog log;

    public LogVerifier(CommitLog log) {
        this.log = log;
    }

    /**
     * A commit that somebody saw.
     *
     * @param position of its last event
     * @param hash of the commit
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by content by the verifier
    public record Checkpoint(long position, byte[] hash) {}

    /**
     * What is wrong first.
     *
     * @param position first position of the commit that is wrong or missing
     */
    public record Finding(long position, String problem) {}

    /**
     * The outcome.
     *
     * @param commits that are sound, from the first on
     * @param events in these
     */
    public record Report(long commits, long events, Optional<Finding> finding) {}

    /** Walks the whole log, up to the first finding. */
    public Report verify(List<Checkpoint> seen) {
        return new Walk(log, seen).walk();
    }

    /**
     * The commits that the readers of this store have seen: their tokens hold position and hash.
     */
    public static List<Checkpoint> seenByReaders(Documents documents) {
        return Seen.byReaders(documents);
    }
}
