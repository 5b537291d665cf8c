package dev.bonafide.log.append;

import dev.bonafide.kernel.Ticker;
import dev.bonafide.store.Documents;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns by marks (log.md section 2, fairness): a node that lost three times in a row marks itself;
 * the others, after a commit of their own, wait until each marked node has committed, for at most
 * twice the sum of their append times and 100 ms. It stays marked, with a new number after each
 * commit, until it was stored often without a loss: were its mark gone at once, it would lose three
 * times for each commit. All by monotonic clocks.
 */
public final class SharedTurns implements Turns {
    static final int LOST_MAX = 3;

    private static final int STORED_MIN = 20;
    private static final long GRACE_NANOS = Duration.ofMillis(100).toNanos();
    private static final long STEP_MILLIS = 5;

    private final Marks marks;
    private final Ticker ticker;
    private final Map<String, Marks.Mark> awaited = new HashMap<>();

    /** Waited for once in vain; its node has nothing to append, or is gone. */
    private final Map<String, Marks.Mark> idle = new HashMap<>();

    private long sentAt;
    private long until;
    private int lost;
    private int markedFor;

    /** No turn is taken yet. */
    public SharedTurns(Documents documents, String node, Ticker ticker) {
        this.marks = new Marks(documents, node, ticker);
        this.ticker = ticker;
    }

    @Override
    public void sent() {
        sentAt = ticker.nanos();
    }

    @Override
    public void lost() {
        lost++;
        if (lost % LOST_MAX == 0) {
            markedFor = STORED_MIN;
            marks.set(ticker.nanos() - sentAt);
        }
    }

    /** Now it is the turn of those who are marked. */
    @Override
    public void stored() {
        lost = 0;
        if (markedFor > 0) {
            remark();
        }
        Map<String, Marks.Mark> marked = marks.read();
        idle.entrySet().retainAll(marked.entrySet());
        marked.keySet().removeAll(idle.keySet());
        long sum = marked.values().stream().mapToLong(Marks.Mark::appendNanos).sum();
        awaited.putAll(marked);
        until = ticker.nanos() + 2 * sum + GRACE_NANOS;
    }

    private void remark() {
        markedFor--;
        if (markedFor > 0) {
            marks.set(ticker.nanos() - sentAt);
        } else {
            marks.unset();
        }
    }

    @Override
    public long holdMillis() {
        if (awaited.isEmpty()) {
            return 0;
        }
        awaited.entrySet().retainAll(marks.read().entrySet());
        if (ticker.nanos() - until >= 0) {
            idle.putAll(awaited);
            awaited.clear();
        }
        return awaited.isEmpty() ? 0 : STEP_MILLIS;
    }
}
