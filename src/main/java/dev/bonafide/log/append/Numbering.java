package dev.bonafide.log.append;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.log.append.Flight.Sent;
import dev.bonafide.log.commit.Head;
import dev.bonafide.log.known.KnownLog;
import dev.bonafide.log.known.RecentChanges;
import dev.bonafide.store.Commit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Judges waiting commits by what they read, and chains those that may pass after the head. */
final class Numbering {
    private final KnownLog known;
    private final Clock clock;
    private final byte[] node;
    private final Rules rules;

    Numbering(KnownLog known, Clock clock, byte[] node, Rules rules) {
        this.rules = rules;
        this.known = known;
        this.clock = clock;
        this.node = node;
    }

    Rules rules() {
        return rules;
    }

    /**
     * Which go now, and which only after these: those that read what these write. Were they refused
     * for a neighbour that is lost in the end, they would have been refused for nothing.
     */
    record Boarding(List<Sent> now, List<Pending> later) {}

    /** Refuses what has moved; all of it against one head. */
    Boarding board(List<Pending> waiting) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.now());
        return known.atHead((head, changes) -> board(waiting, head, changes, now));
    }

    private Boarding board(List<Pending> waiting, Head start, RecentChanges changes, long now) {
        Boarding boarding = new Boarding(new ArrayList<>(), new ArrayList<>());
        Set<StreamId> written = new HashSet<>();
        Head head = start;
        for (Pending pending : waiting) {
            if (rules.follows(pending.draft(), written)) {
                boarding.later().add(pending);
                written.addAll(pending.draft().writes()); // what follows it stays behind it
            } else if (passes(pending, changes)) {
                Commit commit = rules.number(head, pending.draft(), node, now);
                boarding.now().add(new Sent(pending, commit));
                written.addAll(pending.draft().writes());
                head = Head.of(commit);
            }
        }
        return boarding;
    }

    private boolean passes(Pending pending, RecentChanges changes) {
        var refusal = rules.judge(pending.draft(), changes);
        refusal.ifPresent(moved -> pending.refuse(new CommitRefused(moved)));
        return refusal.isEmpty() && pending.send();
    }
}
