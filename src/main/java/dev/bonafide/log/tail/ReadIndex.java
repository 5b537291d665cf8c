package dev.bonafide.log.tail;

import dev.bonafide.kernel.Deadline;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.known.KnownLog;
import dev.bonafide.log.known.Waiting;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Finds the head of the log over all nodes. One round asks once for all who wait; a read joins the
 * next round, never one that was already sent, since that one may have been answered before a write
 * which the reader knows of.
 */
public final class ReadIndex implements AutoCloseable {
    private static final Duration STOP_MAX = Duration.ofSeconds(10);

    private final CommitLog log;
    private final KnownLog known;
    private final boolean shared;
    private final Thread thread;
    private List<CompletableFuture<Long>> joining = new ArrayList<>();
    private boolean closed;

    /**
     * Starts the thread that asks.
     *
     * @param shared whether asking is a call over the network. A log that is this process's alone
     *     answers from memory, which is cheaper than handing the question to a thread
     */
    public ReadIndex(CommitLog log, KnownLog known, boolean shared) {
        this.log = log;
        this.known = known;
        this.shared = shared;
        this.thread = Thread.ofPlatform().daemon().name("log-read-index").start(this::run);
    }

    /**
     * A position not before any commit that was acknowledged, on whatever node, before this call.
     *
     * @throws Unavailable past the deadline
     */
    long head(Deadline deadline) {
        if (!shared) {
            long head = known.head().position();
            if (log.vacant(head + 1)) {
                return head;
            }
        }
        return Waiting.until(deadline, join())
                .orElseThrow(() -> new Unavailable("the head of the log could not be had in time"));
    }

    private synchronized CompletableFuture<Long> join() {
        CompletableFuture<Long> answer = new CompletableFuture<>();
        if (closed) {
            throw new Unavailable("the node stops");
        }
        joining.add(answer);
        notifyAll();
        return answer;
    }

    private void run() {
        List<CompletableFuture<Long>> round = nextRound();
        while (!round.isEmpty()) {
            runRound(round);
            round = nextRound();
        }
    }

    /** Those who joined until now; who comes later is in the round after. */
    private synchronized List<CompletableFuture<Long>> nextRound() {
        try {
            while (joining.isEmpty() && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
        List<CompletableFuture<Long>> round = joining;
        joining = new ArrayList<>();
        return round;
    }

    private void runRound(List<CompletableFuture<Long>> round) {
        try {
            long head = ask();
            round.forEach(answer -> answer.complete(head));
        } catch (Throwable e) { // root of the thread: those who wait are told
            round.forEach(answer -> answer.completeExceptionally(e));
        }
    }

    /**
     * Positions have no gaps: if nobody stands at the next one, what this node knows is the head.
     * Else the head is read, which the store answers no older than what it just told.
     */
    private long ask() {
        long next = known.head().position() + 1;
        if (log.vacant(next)) {
            return next - 1;
        }
        long head = log.last().map(Commit::last).orElse(0L);
        known.readOnTo(Math.max(head, next));
        return Math.max(head, next);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(STOP_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
