package dev.bonafide.log.append;

import dev.bonafide.kernel.Hashes;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.log.commit.Draft;
import dev.bonafide.log.commit.Head;
import dev.bonafide.log.known.RecentChanges;
import dev.bonafide.log.known.RecentChanges.Refusal;
import dev.bonafide.store.AppendResult.Occupied;
import dev.bonafide.store.AppendResult.Unknown;
import dev.bonafide.store.Commit;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The rules but for one. */
final class FaultyRules extends Rules {
    private final Fault fault;
    private final FaultyLog log;
    private final Set<ByteBuffer> numbered = new HashSet<>();

    FaultyRules(Fault fault, FaultyLog log) {
        this.fault = fault;
        this.log = log;
    }

    private boolean again(Draft draft) {
        return numbered.contains(ByteBuffer.wrap(draft.id()));
    }

    @Override
    Optional<Refusal> judge(Draft draft, RecentChanges changes) {
        return fault == Fault.NUMBERED_ANEW_UNJUDGED && again(draft)
                ? Optional.empty()
                : super.judge(draft, changes);
    }

    @Override
    boolean follows(Draft draft, Set<StreamId> written) {
        return fault != Fault.NEIGHBOURS_UNSEEN && super.follows(draft, written);
    }

    @Override
    Commit number(Head head, Draft draft, byte[] node, long now) {
        Draft used = fault == Fault.BODY_MADE_ANEW && again(draft) ? madeAnew(draft) : draft;
        numbered.add(ByteBuffer.wrap(draft.id()));
        return super.number(head, used, node, now);
    }

    private static Draft madeAnew(Draft draft) {
        byte[] body = Arrays.copyOf(draft.body(), draft.body().length + 1);
        return new Draft(draft.id(), draft.reads(), draft.keys(), body, Hashes.sha256(body));
    }

    @Override
    boolean same(Commit sent, Commit there) {
        return fault == Fault.OURS_BY_NODE
                ? Arrays.equals(sent.node(), there.node())
                : super.same(sent, there);
    }

    @Override
    boolean lost(int there, int stored) {
        return super.lost(there, stored)
                || (fault == Fault.UNKNOWN_MEANS_LOST && log.lastResult() instanceof Unknown)
                || (fault == Fault.DUPLICATE_SETTLES && log.lastResult() instanceof Occupied);
    }
}
