package dev.bonafide.log.append;

import dev.bonafide.kernel.Deadline;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.commit.Draft;
import dev.bonafide.log.known.Waiting;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** A commit that somebody wants, from the queue to its outcome. */
final class Pending {
    private final Draft draft;
    private final CompletableFuture<Long> outcome = new CompletableFuture<>();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);

    private enum Stage {
        WAITING,
        SENT,
        ABANDONED
    }

    Pending(Draft draft) {
        this.draft = draft;
    }

    Draft draft() {
        return draft;
    }

    int bytes() {
        return draft.body().length;
    }

    boolean abandoned() {
        return stage.get() == Stage.ABANDONED;
    }

    /** From here on its outcome may be unknown. False if nobody waits for it any more. */
    boolean send() {
        return stage.compareAndSet(Stage.WAITING, Stage.SENT);
    }

    /** It is certain that it is not stored. False if nobody waits for it any more. */
    boolean lose() {
        return stage.compareAndSet(Stage.SENT, Stage.WAITING);
    }

    void stored(long position) {
        outcome.complete(position);
    }

    void refuse(RuntimeException reason) {
        outcome.completeExceptionally(reason);
    }

    /** The node ends; says what is known. */
    void stop() {
        outcome.completeExceptionally(unavailable(stage.get(), "the node stops"));
    }

    /** Position of its last event; throws what it was refused for, or {@link Unavailable}. */
    long await(Deadline deadline) {
        return Waiting.until(deadline, outcome).orElseGet(this::giveUp);
    }

    private long giveUp() {
        Stage last = stage.getAndSet(Stage.ABANDONED);
        return Optional.ofNullable(outcome.getNow(null))
                .orElseThrow(() -> unavailable(last, "the deadline has passed"));
    }

    private static Unavailable unavailable(Stage last, String why) {
        return new Unavailable(
                last == Stage.SENT
                        ? "outcome unknown: sent to the store, and " + why
                        : "not done: " + why);
    }
}
