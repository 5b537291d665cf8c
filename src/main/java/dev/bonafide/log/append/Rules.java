package dev.bonafide.log.append;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.log.commit.Chain;
import dev.bonafide.log.commit.Draft;
import dev.bonafide.log.commit.Head;
import dev.bonafide.log.known.RecentChanges;
import dev.bonafide.log.known.RecentChanges.Refusal;
import dev.bonafide.store.Commit;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The judgements of log.md section 2, each by itself, so that a test can take one out and show what
 * goes wrong without it. Nothing else overrides them.
 */
class Rules {
    /** Judged whenever it is numbered, also for the second time: something may have moved since. */
    Optional<Refusal> judge(Draft draft, RecentChanges changes) {
        return changes.judge(draft.reads());
    }

    /** Whether it has to wait for a neighbour in the batch that writes what it read. */
    boolean follows(Draft draft, Set<StreamId> written) {
        return draft.reads().stream().anyMatch(read -> written.contains(read.stream()));
    }

    /** The header alone is made anew; body, digest and id are those of the draft for ever. */
    Commit number(Head head, Draft draft, byte[] node, long now) {
        return Chain.link(head, draft, node, now);
    }

    /** By the commit's id, never by its node: that also names what another process of ours sent. */
    boolean same(Commit sent, Commit there) {
        return Arrays.equals(sent.id(), there.id());
    }

    /**
     * Whether the rest of the batch in flight can never be stored: only if others' commits stand
     * for good behind our {@code stored} ones. No refusal says so, and no failure.
     */
    boolean lost(int there, int stored) {
        return there > stored;
    }
}
