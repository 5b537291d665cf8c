package dev.bonafide.log;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.log.commit.Chain;
import dev.bonafide.log.commit.CommitCodec;
import dev.bonafide.log.commit.Draft;
import dev.bonafide.log.commit.Head;
import dev.bonafide.log.commit.NewEvent;
import dev.bonafide.log.commit.Read;
import dev.bonafide.log.event.EventCodec;
import dev.bonafide.log.example.Example;
import dev.bonafide.log.example.Tally;
import dev.bonafide.log.example.TallyEvent.Raised;
import dev.bonafide.store.Commit;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Makes proper commits over tallies, one after the other, for tests that need no appender. */
public final class ChainedCommits {
    private static final AtomicLong DRAFTS = new AtomicLong();

    private final Map<StreamId, Long> sequences = new HashMap<>();
    private final CommitCodec codec = codec();
    private Head head = Head.EMPTY;

    /** A codec of the examples' events. */
    public static CommitCodec codec() {
        return new CommitCodec(
                new EventCodec(List.of(Example.EVENTS), List.of()), byte[]::new, Example.SEALER);
    }

    public Head head() {
        return head;
    }

    /** The next commit of the chain: that tally is raised by one. */
    public Commit raise(long tally) {
        StreamId stream = Tally.stream(tally);
        Commit commit = link(draft(stream, sequences.getOrDefault(stream, -1L), 0));
        sequences.put(stream, commit.keys().getFirst().sequence());
        return commit;
    }

    /** The next commit of the chain, whatever is in it. */
    public Commit link(Draft draft) {
        Commit commit = Chain.link(head, draft, new byte[16], 0);
        head = Head.of(commit);
        return commit;
    }

    /** A commit that raises a tally by one, decided on what was read of it. */
    public Draft draft(StreamId tally, long read, long asOf) {
        Draft draft =
                codec.draft(
                        List.of(new NewEvent(tally, read + 1, new Raised(1))),
                        List.of(new Read(tally, read, asOf)),
                        Meta.system());
        byte[] id = ByteBuffer.allocate(16).putLong(DRAFTS.incrementAndGet()).array();
        return new Draft(id, draft.reads(), draft.keys(), draft.body(), draft.digest());
    }
}
