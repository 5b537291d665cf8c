package dev.bonafide.log.tail;

import dev.bonafide.kernel.Erasure;
import dev.bonafide.kernel.Sealer;
import dev.bonafide.kernel.StreamKind;
import dev.bonafide.log.commit.OpenCommit;
import dev.bonafide.log.event.Undecodable;
import dev.bonafide.store.Commit;
import java.util.List;

/**
 * Has every node drop the key of whoever was erased, as its tail passes the event: the key is
 * destroyed in the store by one node, and lies open in the memory of all (log.md section 7).
 */
public final class Erasures {
    private final Sealer sealer;

    public Erasures(Sealer sealer) {
        this.sealer = sealer;
    }

    void pass(OpenCommit commit) {
        List<Commit.Key> keys = commit.commit().keys();
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).stream().kind() == StreamKind.IDENTITY) {
                pass(commit, i);
            }
        }
    }

    private void pass(OpenCommit commit, int index) {
        try {
            if (Erasure.class.isAssignableFrom(commit.type(index))) {
                sealer.forget(((Erasure) commit.event(index).event()).identity());
            }
        } catch (Undecodable e) {
            // a name of a later release; its stream is closed here, and the log goes on
        }
    }
}
