package dev.bonafide.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What the clients of all nodes were told. */
final class Books {
    static final int TALLIES = 5;

    private final AtomicInteger[] acknowledged = counters(TALLIES);
    private final AtomicInteger[] unknown = counters(TALLIES);
    private final int goal;

    Books(int goal) {
        this.goal = goal;
    }

    private static AtomicInteger[] counters(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> new AtomicInteger())
                .toArray(AtomicInteger[]::new);
    }

    synchronized void acknowledge(int tally) {
        acknowledged[tally].incrementAndGet();
        notifyAll();
    }

    /** Waits until so many were acknowledged. */
    synchronized void await(int count) throws InterruptedException {
        while (all() < count) {
            wait();
        }
    }

    int acknowledged(int tally) {
        return acknowledged[tally].get();
    }

    void unknown(int tally) {
        unknown[tally].incrementAndGet();
    }

    int all() {
        return IntStream.range(0, TALLIES).map(this::acknowledged).sum();
    }

    boolean full() {
        return all() >= goal;
    }

    /** Nothing lost, and nothing doubled. */
    void check(int tally, int total) {
        int least = acknowledged(tally);
        assertThat(total).as("tally %s", tally).isBetween(least, least + unknown[tally].get());
    }
}
