package dev.bonafide.log.known;

import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.commit.Chain;
import dev.bonafide.log.commit.Head;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log as far as this node has read it, or had it acknowledged, for good. Appending begins after
 * its head; the tail applies what enters here, in the same order.
 */
public final class KnownLog {
    private static final Logger LOG = LoggerFactory.getLogger(KnownLog.class);
    private static final int PAGE_COMMITS = 500;
    private static final int BACKLOG_MAX = 5_000;

    private final CommitLog log;
    private final RecentChanges changes;
    private final ArrayDeque<Commit> unapplied = new ArrayDeque<>();
    private Head head;
    private @Nullable String fault;
    private boolean closed;

    /** Begins at the head of a log; nothing before it is read. */
    public KnownLog(CommitLog log, Head start) {
        this(log, start, RecentChanges.POSITIONS_MAX);
    }

    /** Remembers changes of so many positions. */
    public KnownLog(CommitLog log, Head start, long positionsMax) {
        this.log = log;
        this.head = start;
        this.changes = new RecentChanges(start.position(), positionsMax);
    }

    /**
     * The newest commit.
     *
     * @throws Unavailable if the log was found broken
     */
    public synchronized Head head() {
        fault().ifPresent(text -> {
            throw new Unavailable("the log is broken: " + text);
        });
        return head;
    }

    /** Position of the newest commit that is known, however the log is. */
    public synchronized long newest() {
        return head.position();
    }

    /** What is broken about the log, if anything. */
    public synchronized Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    /** Runs while neither head nor changes can move. */
    public synchronized <T> T atHead(BiFunction<Head, RecentChanges, T> work) {
        return work.apply(head(), changes);
    }

    /** Reads one page on. False if the store had nothing new. */
    public boolean readOn() {
        List<Commit> page = log.read(head().position(), PAGE_COMMITS);
        take(page);
        return !page.isEmpty();
    }

    /** Reads on until the position is known, as long as the store has more. */
    public void readOnTo(long position) {
        boolean more = true;
        while (more && head().position() < position) {
            more = readOn();
        }
    }

    /**
     * Takes in commits that were read or acknowledged. Those that are known already are passed
     * over.
     *
     * @throws Unavailable if one leaves a gap or breaks the chain; nothing is taken in any more
     */
    public synchronized void take(List<Commit> commits) {
        waitForTheTail();
        for (Commit commit : commits) {
            if (commit.last() > head().position()) {
                takeNext(commit);
            }
        }
        notifyAll();
    }

    private void takeNext(Commit commit) {
        Chain.fault(head, commit).ifPresent(text -> breakAt(commit, text));
        changes.add(commit);
        head = Head.of(commit);
        unapplied.add(commit);
    }

    private void breakAt(Commit commit, String text) {
        fault = "commit %d: %s".formatted(commit.position(), text);
        LOG.error("The log is broken, nothing is read or appended any more: {}", fault);
        notifyAll();
        throw new Unavailable("the log is broken: " + fault);
    }

    /** A node that was asleep reads no faster than it applies. */
    private void waitForTheTail() {
        waitWhile(() -> unapplied.size() > BACKLOG_MAX);
    }

    /** The next commits to apply, in order; waits for some. Empty only once this is closed. */
    public synchronized List<Commit> nextToApply() {
        waitWhile(unapplied::isEmpty);
        List<Commit> next = List.copyOf(unapplied);
        unapplied.clear();
        notifyAll();
        return closed ? List.of() : next;
    }

    private synchronized void waitWhile(BooleanSupplier condition) {
        try {
            while (condition.getAsBoolean() && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting", e);
        }
    }

    /** Ends every wait. */
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
