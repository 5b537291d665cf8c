package dev.bonafide.log.tail;

import dev.bonafide.log.Fold;
import dev.bonafide.log.Folded;
import dev.bonafide.log.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The state of one stream, kept up to date by the tail. It is registered first and loaded then;
 * what the tail brings meanwhile waits and follows the load by sequence number.
 */
final class LiveFold<S> {
    private final Fold<S> fold;
    private final CompletableFuture<Boolean> settled = new CompletableFuture<>();
    private final List<Recorded> early = new ArrayList<>();
    private S state;
    private long sequence = -1;
    private Stage stage = Stage.LOADING;
    private volatile boolean used = true;

    private enum Stage {
        LOADING,
        LIVE,
        DROPPED
    }

    LiveFold(Fold<S> fold) {
        this.fold = fold;
        this.state = fold.initial();
    }

    /** Whether the tail need not bring it anything any more. */
    synchronized boolean dropped() {
        return stage == Stage.DROPPED;
    }

    synchronized boolean live() {
        return stage == Stage.LIVE;
    }

    /** Completes when it was loaded or dropped. */
    CompletableFuture<Boolean> settled() {
        return settled;
    }

    /** What the tail brings. An event that cannot be had, or that leaves a gap, drops the fold. */
    synchronized void feed(Supplier<Recorded> event) {
        switch (stage) {
            case LOADING -> early.add(event.get());
            case LIVE -> follow(event.get());
            case DROPPED -> {}
        }
    }

    private void follow(Recorded event) {
        if (event.sequence() == sequence + 1) {
            state = fold.evolve(state, event.event());
            sequence++;
        } else if (event.sequence() > sequence) {
            drop();
        }
    }

    /** What was loaded, from the stream's first event. */
    synchronized void load(List<Recorded> events) {
        events.forEach(this::follow);
        List.copyOf(early).forEach(this::follow);
        early.clear();
        if (stage == Stage.LOADING) {
            stage = Stage.LIVE;
        }
        settled.complete(true);
    }

    synchronized void drop() {
        stage = Stage.DROPPED;
        early.clear();
        settled.complete(true);
    }

    synchronized Folded<S> at(long position) {
        used = true;
        return new Folded<>(state, sequence, position);
    }

    /** Whether it was read since this was last asked. */
    boolean usedLately() {
        boolean lately = used;
        used = false;
        return lately;
    }
}
