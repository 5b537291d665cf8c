package dev.bonafide.log.append;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.log.known.RecentChanges.Refusal;
import java.util.Set;

/**
 * Something that the decision read has moved, or was read too long ago to tell. Nothing is stored.
 * Stackless.
 */
public final class CommitRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    CommitRefused(Refusal refusal) {
        super("moved: " + refusal.streams(), null, false, false);
        this.refusal = refusal;
    }

    public Set<StreamId> streams() {
        return refusal.streams();
    }

    /** Who decides again should have applied the log up to here. */
    public long position() {
        return refusal.position();
    }
}
