package dev.bonafide.log.tail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Deadline;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.ChainedCommits;
import dev.bonafide.log.Folded;
import dev.bonafide.log.append.ForwardingLog;
import dev.bonafide.log.append.SimulatedStore;
import dev.bonafide.log.commit.CommitCodec;
import dev.bonafide.log.commit.Head;
import dev.bonafide.log.commit.StreamReader;
import dev.bonafide.log.example.Tally;
import dev.bonafide.log.known.KnownLog;
import dev.bonafide.store.Commit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Random;

/** A node that only reads, its tail moved by hand: now and then also while it loads. */
final class ReadingNode implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final CommitCodec codec = ChainedCommits.codec();
    private final SimulatedStore store;
    private final Random random;
    private final ReadFault fault;
    private final Runnable elsewhere;
    private final KnownLog known;
    private final Applied applied;
    private final ReadIndex index;
    private final LiveFolds folds;
    private final ArrayDeque<Commit> behind = new ArrayDeque<>();
    private boolean loading;

    /** {@code elsewhere} is what others do while this node loads. */
    ReadingNode(SimulatedStore store, Random random, ReadFault fault, Runnable elsewhere) {
        this.elsewhere = elsewhere;
        this.store = store;
        this.random = random;
        this.fault = fault;
        Head head = store.last().map(Head::of).orElse(Head.EMPTY);
        Asked log = new Asked();
        known = new KnownLog(log, head);
        applied = new Applied(head.position());
        index = new ReadIndex(log, known, true);
        // few, so that they are loaded again and again
        folds = new LiveFolds(applied, index, new StreamReader(log, codec), 2, LONG);
    }

    /** The store as this node asks it. */
    private final class Asked extends ForwardingLog {
        private long vacantBefore = -1;

        Asked() {
            super(store);
        }

        @Override
        public boolean vacant(long position) {
            if (fault == ReadFault.ROUND_JOINED && vacantBefore == position) {
                return true;
            }
            boolean vacant =
                    fault == ReadFault.HEAD_ASKED_WEAKLY
                            ? store.read(position - 1, 1).isEmpty()
                            : super.vacant(position);
            vacantBefore = vacant ? position : -1;
            return vacant;
        }

        @Override
        public List<Commit> stream(StreamId stream, long from, long notBehind, int limit) {
            List<Commit> found = super.stream(stream, from, notBehind, limit);
            meanwhile();
            return fault == ReadFault.LOAD_BEHIND && !found.isEmpty()
                    ? found.subList(0, random.nextInt(found.size()))
                    : found;
        }
    }

    private void meanwhile() {
        loading = true;
        elsewhere.run();
        follow();
        apply(random.nextInt(3));
        loading = false;
    }

    void follow() {
        try {
            known.readOn();
        } catch (Unavailable e) {
            // the next time
        }
    }

    void apply(int most) {
        long last = behind.isEmpty() ? applied.position() : behind.getLast().last();
        if (known.head().position() > last) {
            behind.addAll(known.nextToApply());
        }
        for (int i = 0; i < most && !behind.isEmpty(); i++) {
            apply(behind.remove());
        }
    }

    private void apply(Commit commit) {
        assertThat(commit.position()).as("the next to apply").isEqualTo(applied.position() + 1);
        boolean unheard = loading && fault == ReadFault.FOLD_REGISTERED_AFTER_ITS_LOAD;
        applied.apply(
                commit.last(),
                () -> {
                    if (!unheard) {
                        folds.feed(codec.open(commit));
                    }
                });
    }

    /** A strong read of one tally: what has happened before the call is in it. */
    Folded<Tally.State> strong(long tally) {
        long head = fault == ReadFault.HEAD_NOT_ASKED ? known.head().position() : head();
        while (applied.position() < head && fault != ReadFault.TAIL_NOT_AWAITED) {
            follow();
            apply(1);
        }
        return folds.read(Tally.FOLD, Tally.stream(tally));
    }

    private long head() {
        return index.head(Deadline.after(LONG));
    }

    @Override
    public void close() {
        index.close();
    }
}
